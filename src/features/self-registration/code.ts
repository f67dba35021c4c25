/** Signs that are told apart on a screen across a room: no vowels that make words, nothing that looks like another. */
const signs = 'BCDFGHJKMNPQRTVWXYZ346789'
const length = 6
const secondsEach = 60

/** How a secret and a text become numbers that nobody can guess. */
export type Signer = (text: string) => Uint8Array

const windowOf = (now: Temporal.Instant): number => Math.floor(now.epochMilliseconds / 1000 / secondsEach)

const codeIn = (sign: Signer, sessionId: string, window: number): string => {
  const bytes = sign(`${sessionId} ${window}`)
  let number = 0n
  for (const byte of bytes.slice(0, 16)) number = number * 256n + BigInt(byte)
  let code = ''
  for (let at = 0; at < length; at += 1) {
    code += signs[Number(number % BigInt(signs.length))] ?? ''
    number /= BigInt(signs.length)
  }
  return code
}

/** The code of a session now, and for how many seconds it is shown. */
export const codeAt = (sign: Signer, sessionId: string, now: Temporal.Instant): { code: string; seconds: number } => ({
  code: codeIn(sign, sessionId, windowOf(now)),
  seconds: secondsEach - (Math.floor(now.epochMilliseconds / 1000) % secondsEach),
})

/** Whether a code is a session's: the one that is shown, or the one before it, for whoever types slowly. */
export const isCodeOf = (sign: Signer, sessionId: string, now: Temporal.Instant, code: string): boolean =>
  [0, 1].some((before) => codeIn(sign, sessionId, windowOf(now) - before) === code)

/** What was typed as the signs of a code: spaces, hyphens and small letters do not matter. */
export const tidyCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/** BCD FGH */
export const codeInWords = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

const minutesAround = 15

/** Whether the code of a session is good: while it lasts, and a quarter of an hour before and after. */
export const isOpenAt = (period: { from: Temporal.Instant; to: Temporal.Instant }, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, period.from.subtract({ minutes: minutesAround })) >= 0 &&
  Temporal.Instant.compare(now, period.to.add({ minutes: minutesAround })) <= 0
