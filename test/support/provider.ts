// A real provider of OpenID Connect on this machine, whose answers a test decides.
import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider as OpenIdProvider } from 'oidc-provider'
import type { Provider } from '../../src/platform/providers-setting.ts'

/** Who is at the browser: their subject at the provider, and the address it knows of. */
export type Somebody = { readonly subject: string; readonly email?: string; readonly isVerified?: boolean }

export type TestProvider = {
  readonly setting: Provider
  /** Who signs in there from now on; null is somebody who turns back. */
  readonly admit: (somebody: Somebody | null) => void
  /** A browser's way through the provider: from our address to its last one, which leads back to us. */
  readonly walk: (address: string) => Promise<URL>
  readonly close: () => Promise<void>
}

const signingKey = (): Record<string, unknown> => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  use: 'sig',
  alg: 'RS256',
})

const configured = (base: string, redirectUri: string, setting: Provider, who: () => Somebody | null) =>
  new OpenIdProvider(base, {
    clients: [
      {
        client_id: setting.clientId,
        client_secret: setting.clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: ['a key for tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    pkce: { required: () => true },
    findAccount: (_context, accountId) => {
      const somebody = who()
      return {
        accountId,
        claims: () => ({ sub: accountId, email: somebody?.email, email_verified: somebody?.isVerified }),
      }
    },
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, provider } = oidc
      const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })

const cookiesFrom = (kept: Map<string, string>, answer: Response): void => {
  for (const line of answer.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    kept.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

const walkFrom = async (base: string, address: string): Promise<URL> => {
  const kept = new Map<string, string>()
  let next = new URL(address)
  for (let step = 0; next.origin === base && step < 10; step += 1) {
    const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } })
    cookiesFrom(kept, answer)
    const location = answer.headers.get('location')
    if (!location) throw new Error(`${next.href}: ${answer.status} ${await answer.text()}`)
    next = new URL(location, next)
  }
  return next
}

/** Starts a provider; `baseUrl` is where our site is, for the address it sends people back to. */
export const startProvider = async (key: string, baseUrl: string): Promise<TestProvider> => {
  let somebody: Somebody | null = null
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const setting = {
    key,
    name: `Provider ${key}`,
    issuer: base,
    clientId: 'tessellate',
    clientSecret: `secret of ${key}`,
  }
  const provider = configured(base, `${baseUrl}/sign-in/with/${key}/done`, setting, () => somebody)
  const callback = provider.callback()
  handle = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response)
    const result = somebody ? { login: { accountId: somebody.subject } } : { error: 'access_denied' }
    void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  }
  return {
    setting,
    admit: (next) => {
      somebody = next
    },
    walk: (address) => walkFrom(base, address),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
