// A PIN opens a key that never leaves the memory of the page; whoever finds the device without it finds nothing to read.
import { read, write } from './device-data.ts'

type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly text: ArrayBuffer }

type Lock = {
  readonly salt: Uint8Array<ArrayBuffer>
  readonly rounds: number
  readonly iv: Uint8Array<ArrayBuffer>
  readonly wrapped: ArrayBuffer
  /** Wrong tries since the last right one, and until when (by this device) there is no other. */
  readonly wrong: number
  readonly waitUntil: number
}

const rounds = 600_000
const freeTries = 3
const firstWait = 30_000
const longestWait = 3_600_000

export const fewestCharacters = 6

let key: CryptoKey | null = null

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length))

const keyFrom = async (pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> => {
  const typed = new TextEncoder().encode(pin.normalize('NFKC'))
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const made = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return crypto.subtle.deriveKey(made, base, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey'])
}

export const isOpen = (): boolean => key !== null
export const close = (): void => {
  key = null
}

export const hasLock = async (): Promise<boolean> => (await read<Lock>('lock', 'lock')) !== undefined

/** Chooses the PIN of this device. */
export const choosePin = async (pin: string): Promise<void> => {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt'])
  const [salt, iv] = [random(16), random(12)]
  const wrapped = await crypto.subtle.wrapKey('raw', made, await keyFrom(pin, salt, rounds), { name: 'AES-GCM', iv })
  await write('lock', { salt, rounds, iv, wrapped, wrong: 0, waitUntil: 0 } satisfies Lock, 'lock')
  key = await opened({ salt, rounds, iv, wrapped, wrong: 0, waitUntil: 0 }, pin)
}

const opened = async ({ salt, rounds, iv, wrapped }: Lock, pin: string): Promise<CryptoKey | null> => {
  const outer = await keyFrom(pin, salt, rounds)
  try {
    const how = { name: 'AES-GCM', iv }
    return await crypto.subtle.unwrapKey('raw', wrapped, outer, how, 'AES-GCM', false, ['encrypt', 'decrypt'])
  } catch {
    return null
  }
}

const waitAfter = (wrong: number): number =>
  wrong < freeTries ? 0 : Math.min(longestWait, firstWait * 2 ** (wrong - freeTries))

/** Seconds until the PIN may be tried again; a clock that was set back does not make the wait longer than it was. */
const secondsToWait = ({ wrong, waitUntil }: Lock): number =>
  Math.ceil(Math.min(waitAfter(wrong), Math.max(0, waitUntil - Date.now())) / 1000)

export type Tried =
  | { readonly is: 'open' }
  | { readonly is: 'wrong' }
  | { readonly is: 'wait'; readonly seconds: number }

/** Tries a PIN. Each wrong one after the third makes the next wait longer. */
export const tryPin = async (pin: string): Promise<Tried> => {
  const lock = await read<Lock>('lock', 'lock')
  if (!lock) return { is: 'wrong' }
  const seconds = secondsToWait(lock)
  if (seconds > 0) return { is: 'wait', seconds }
  // Counted before it is tried, so that closing the page in between wins nothing.
  const wrong = lock.wrong + 1
  await write('lock', { ...lock, wrong, waitUntil: Date.now() + waitAfter(wrong) }, 'lock')
  key = await opened(lock, pin)
  if (!key) return waitAfter(wrong) > 0 ? { is: 'wait', seconds: Math.ceil(waitAfter(wrong) / 1000) } : { is: 'wrong' }
  await write('lock', { ...lock, wrong: 0, waitUntil: 0 }, 'lock')
  return { is: 'open' }
}

const openKey = (): CryptoKey => {
  if (!key) throw new Error('locked')
  return key
}

/** Seals a value so that only this PIN opens it. */
export const seal = async (value: unknown): Promise<Sealed> => {
  const iv = random(12)
  const text = new TextEncoder().encode(JSON.stringify(value))
  return { iv, text: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, openKey(), text) }
}

export const unseal = async <T>({ iv, text }: Sealed): Promise<T> =>
  JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, openKey(), text))) as T
