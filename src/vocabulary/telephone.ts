const extensionPattern = /(?:\s*(?:,|x|ext\.?|extension)\s*)(\d{1,6})$/i

// How UK numbers are spaced, by their beginning; lengths count the leading 0.
const spacings: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^02\d{9}$/, [3, 4, 4]],
  [/^011\d{8}$/, [4, 3, 4]],
  [/^01\d1\d{7}$/, [4, 3, 4]],
  [/^01\d{8,9}$/, [5, 6]],
  [/^03\d{9}$/, [4, 3, 4]],
  [/^07\d{9}$/, [5, 6]],
  [/^08\d{8,9}$/, [4, 3, 4]],
  [/^09\d{9}$/, [4, 3, 4]],
]

const spaced = (digits: string): string | null => {
  const lengths = spacings.find(([beginning]) => beginning.test(digits))?.[1]
  if (!lengths) return null
  const parts = lengths.map((length, index) => {
    const from = lengths.slice(0, index).reduce((sum, each) => sum + each, 0)
    return digits.slice(from, from + length)
  })
  return parts.filter(Boolean).join(' ')
}

/** Reads a telephone number and gives it in one spelling: 01206 489933, 020 7946 0018 ext 12, +353 12345678; null otherwise. */
export const parseTelephone = (text: string): string | null => {
  const trimmed = text.trim()
  const extension = extensionPattern.exec(trimmed)?.[1]
  const number = trimmed.replace(extensionPattern, '').replaceAll(/[\s().\-–/]/g, '')
  const national = number.replace(/^(?:\+|00)440?/, '0')
  const suffix = extension ? ` ext ${extension}` : ''
  if (/^0[1-9]\d+$/.test(national)) {
    const printed = spaced(national)
    return printed && printed + suffix
  }
  const abroad = /^(?:\+|00)([1-9]\d{6,14})$/.exec(number)?.[1]
  return abroad ? `+${abroad}${suffix}` : null
}

/** The address that dials a number kept in our spelling. */
export const telephoneLink = (printed: string): string => {
  const [number = '', extension] = printed.split(' ext ')
  const digits = number.replaceAll(' ', '').replace(/^0/, '+44')
  return `tel:${digits}${extension ? `;ext=${extension}` : ''}`
}
