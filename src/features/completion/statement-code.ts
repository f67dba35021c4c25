// Digits and letters that nobody mistakes for one another; twenty-nine, a prime, so that the check digit catches
// every single wrong character and every two neighbours that changed places.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXZ'

const checkDigit = (seven: readonly number[]): number =>
  seven.reduce((sum, value, index) => sum + value * (index + 1), 0) % alphabet.length

const printed = (values: readonly number[]): string => {
  const text = values.map((value) => alphabet[value] ?? '').join('')
  return `TS-${text.slice(0, 4)}-${text.slice(4)}`
}

/** The code of seven values and their check digit: TS-7K4M-9Q2X. */
export const codeOf = (seven: readonly number[]): string => printed([...seven, checkDigit(seven)])

/** A new code, one of seventeen thousand million. */
export const newStatementCode = (): string => {
  // Rejecting the highest numbers keeps every character as likely as the next.
  const most = 256 - (256 % alphabet.length)
  const values: number[] = []
  while (values.length < 7) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
    if (byte < most) values.push(byte % alphabet.length)
  }
  return codeOf(values)
}

/** Reads a code however it was typed; null when it cannot be one. */
export const parseStatementCode = (text: string): string | null => {
  const signs = text.toUpperCase().replaceAll(/[\s\-–]/g, '')
  // Without its prefix a code may itself begin with TS.
  const typed = signs.length > 8 ? signs.replace(/^TS/, '') : signs
  const values = [...typed].map((character) => alphabet.indexOf(character))
  if (values.length !== 8 || values.includes(-1)) return null
  return checkDigit(values.slice(0, 7)) === values[7] ? printed(values) : null
}

export const isStatementCode = (text: string): boolean => parseStatementCode(text) === text
