import { isIP } from 'node:net'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Config } from '../../../platform/config.ts'

export type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

type Place = { readonly rpId: string; readonly origin: string }

/** Where passkeys belong to: the host of the site's address. A number is no such place, and in the clear only this machine is. */
export const placeOf = ({ baseUrl }: Pick<Config, 'baseUrl'>): Place | null => {
  const { hostname, origin, protocol } = new URL(baseUrl)
  const isNumber = isIP(hostname.replaceAll(/[[\]]/g, '')) > 0
  const isSafe = protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost')
  return isNumber || !isSafe ? null : { rpId: hostname, origin }
}

const minutesToAnswer = 5
const timeout = minutesToAnswer * 60_000
export const challengeLasts = { minutes: minutesToAnswer }

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'))

export type Owner = { readonly personId: string; readonly name: string; readonly address: string }
export type Known = { readonly credential_id: string; readonly transports: readonly string[] }

/** What a browser needs to make a passkey here: one that its owner can use without being asked who they are. */
export const optionsToAdd = (
  place: Place,
  { challenge, owner, known }: { challenge: string; owner: Owner; known: readonly Known[] },
) =>
  generateRegistrationOptions({
    rpName: 'Tessellate',
    rpID: place.rpId,
    userID: new Uint8Array(Buffer.from(owner.personId)),
    userName: owner.address,
    userDisplayName: owner.name,
    challenge: bytesOf(challenge),
    timeout,
    attestationType: 'none',
    excludeCredentials: known.map(({ credential_id: id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/** What a browser needs to sign in with whichever passkey its owner picks. */
export const optionsToUse = (place: Place, challenge: string) =>
  generateAuthenticationOptions({
    rpID: place.rpId,
    challenge: bytesOf(challenge),
    timeout,
    userVerification: 'required',
    allowCredentials: [],
  })

/** The challenge that an answer says it answers, to be looked for here; null when there is none in it. */
export const challengeIn = ({ response }: { response: { clientDataJSON: string } }): string | null => {
  try {
    const said: unknown = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8'))
    const challenge = (said as { challenge?: unknown } | null)?.challenge
    return typeof challenge === 'string' && challenge.length < 200 ? challenge : null
  } catch {
    return null
  }
}

export type NewCredential = {
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
}

/** Checks what an authenticator made: challenge, origin, place, and that its owner was verified. Null when anything is wrong. */
export const readNewPasskey = async (
  place: Place,
  response: RegistrationResponseJSON,
  challenge: string,
): Promise<NewCredential | null> => {
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.rpId,
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) return null
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential
  return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports: transports ?? [] }
}

export type Kept = Known & { readonly person_id: string; readonly public_key: Buffer; readonly counter: number }

/** The count an authenticator keeps went back, or stood still: there may be two of it. */
export type Use = { readonly counter: number } | 'copied' | null

const isNotAhead = (counter: number, kept: number): boolean => (counter > 0 || kept > 0) && counter <= kept

/** Checks a signature by a passkey: challenge, origin, place, that its owner was verified, and the count. Null when it is not right. */
export const readUse = async (
  place: Place,
  response: AuthenticationResponseJSON,
  { challenge, passkey }: { challenge: string; passkey: Kept },
): Promise<Use> => {
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.rpId,
    requireUserVerification: true,
    // The count is compared below, where a copy is told from a wrong signature.
    credential: {
      id: passkey.credential_id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: 0,
      transports: [...passkey.transports],
    },
  }).catch(() => null)
  if (!verified?.verified) return null
  const { newCounter } = verified.authenticationInfo
  return isNotAhead(newCounter, passkey.counter) ? 'copied' : { counter: newCounter }
}
