import { createHmac } from 'node:crypto'
import * as openId from 'openid-client'
import { machineClock } from '../../../platform/clock.ts'
import { type Config, derivedKey } from '../../../platform/config.ts'
import type { Provider } from '../../../platform/providers-setting.ts'

/** The provider cannot be reached, or does not answer as it should. */
export class ProviderAway extends Error {
  override readonly name = 'ProviderAway'
}

/** Who somebody is at their provider, as it said. */
export type Claims = {
  readonly issuer: string
  readonly subject: string
  readonly address: string | null
  readonly isVerified: boolean
}

const secondsToWait = 5
const hoursKept = 12

type Known = { readonly at: Temporal.Instant; readonly configuration: Promise<openId.Configuration> }
const known = new Map<string, Known>()

const isInTheClear = ({ issuer }: Provider): boolean => issuer.startsWith('http:')

const discover = async (provider: Provider): Promise<openId.Configuration> => {
  const found = await openId.discovery(new URL(provider.issuer), provider.clientId, provider.clientSecret, undefined, {
    timeout: secondsToWait,
    execute: isInTheClear(provider) ? [openId.allowInsecureRequests] : [],
  })
  const ways = found.serverMetadata().token_endpoint_auth_methods_supported
  if (ways === undefined || ways.includes('client_secret_post')) return found
  const other = new openId.Configuration(
    found.serverMetadata(),
    provider.clientId,
    provider.clientSecret,
    openId.ClientSecretBasic(provider.clientSecret),
  )
  other.timeout = secondsToWait
  if (isInTheClear(provider)) openId.allowInsecureRequests(other)
  return other
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** What a provider says of itself: asked for when it is first needed, again if that failed, and afresh twice a day. */
const configurationOf = async (provider: Provider): Promise<openId.Configuration> => {
  const key = `${provider.issuer} ${provider.clientId} ${provider.clientSecret}`
  const now = machineClock.now()
  const before = known.get(key)
  if (before && Temporal.Instant.compare(before.at.add({ hours: hoursKept }), now) > 0) return before.configuration
  const configuration = discover(provider).catch(() => wait(300).then(() => discover(provider)))
  known.set(key, { at: now, configuration })
  return configuration.catch((problem: unknown) => {
    known.delete(key)
    throw new ProviderAway(provider.name, { cause: problem })
  })
}

/** Secrets that both sides of the way need, all from the one that the browser holds; none of them is kept here. */
const secretsOf = (config: Config, secret: string) => {
  const made = (use: string): string =>
    createHmac('sha256', derivedKey(config, 'open-id')).update(`${use} ${secret}`).digest('base64url')
  return { state: made('state'), nonce: made('nonce'), verifier: made('verifier') }
}

/** Where a provider sends people back to; the operator registers it there. */
export const addressOfReturn = ({ baseUrl }: Pick<Config, 'baseUrl'>, { key }: Provider): string =>
  `${baseUrl}/sign-in/with/${key}/done`

/** Where somebody goes to show who they are. */
export const addressAtProvider = async (config: Config, provider: Provider, secret: string): Promise<string> => {
  const configuration = await configurationOf(provider)
  const { state, nonce, verifier } = secretsOf(config, secret)
  return openId.buildAuthorizationUrl(configuration, {
    redirect_uri: addressOfReturn(config, provider),
    scope: 'openid email',
    code_challenge: await openId.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  }).href
}

const isAway = (problem: unknown): boolean => {
  if (problem instanceof openId.ClientError && problem.code === 'OAUTH_TIMEOUT') return true
  const { name, cause } = problem as { name?: string; cause?: { status?: number; name?: string } }
  return (
    name === 'TimeoutError' ||
    (problem instanceof TypeError && /fetch failed/.test(problem.message)) ||
    (cause instanceof Response && cause.status >= 500)
  )
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const claimsOf = async (
  configuration: openId.Configuration,
  tokens: Awaited<ReturnType<typeof openId.authorizationCodeGrant>>,
): Promise<Claims | null> => {
  const said = tokens.claims()
  if (!said) return null
  // Some providers tell the address only when asked once more.
  const asksMore = text(said['email']) === null && configuration.serverMetadata().userinfo_endpoint !== undefined
  const all = asksMore ? await openId.fetchUserInfo(configuration, tokens.access_token, said.sub) : said
  const isVerified = all['email_verified'] === true || all['email_verified'] === 'true'
  return { issuer: said.iss, subject: said.sub, address: text(all['email']), isVerified }
}

/**
 * What the provider says of whoever came back: its answer must belong to this browser's way (state), its token to this
 * answer (nonce), and the code is exchanged with the verifier. Null when anything is not right.
 */
export const claimsOnReturn = async (
  config: Config,
  provider: Provider,
  { secret, query }: { secret: string; query: URLSearchParams },
): Promise<Claims | null> => {
  const configuration = await configurationOf(provider)
  const { state, nonce, verifier } = secretsOf(config, secret)
  const url = new URL(addressOfReturn(config, provider))
  url.search = query.toString()
  try {
    const tokens = await openId.authorizationCodeGrant(configuration, url, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    return await claimsOf(configuration, tokens)
  } catch (problem) {
    if (isAway(problem)) throw new ProviderAway(provider.name, { cause: problem })
    return null
  }
}
