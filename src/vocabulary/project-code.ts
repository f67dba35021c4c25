/** The parts of a code such as NCP21-15, NCP24-30a (a strand) or NCP24-31_Mentor (a theme). */
export type ProjectCode = {
  /** The calendar year in which the academic year of the code begins; dates are never derived from it. */
  readonly year: number
  readonly number: number
  readonly strand: string | null
  readonly theme: string | null
}

const tail = '([a-z])?(?:\\s*_\\s*([a-z][a-z0-9]*))?'
const spaced = new RegExp(`^(?:ncp)?[\\s-]*(\\d{2})\\s*[-/\\s]\\s*(\\d{1,3})${tail}$`, 'i')
const joined = new RegExp(`^ncp[\\s-]*(\\d{2})(\\d{2,3})${tail}$`, 'i')

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Reads a code as people write it: NCP 21-15, 21-15, ncp-2115, NCP24-30a, NCP24-31_Mentor; null for anything else. */
export const parseProjectCode = (text: string): ProjectCode | null => {
  const plain = text.trim().replaceAll(/[‐‑‒–—]/g, '-')
  const found = spaced.exec(plain) ?? joined.exec(plain)
  if (!found) return null
  return {
    year: 2000 + Number(found[1]),
    number: Number(found[2]),
    strand: found[3]?.toLowerCase() ?? null,
    theme: found[4] ? capitalised(found[4]) : null,
  }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** The official form: NCP21-15, NCP24-30a, NCP24-31_Mentor. */
export const printProjectCode = (code: ProjectCode): string =>
  `NCP${twoDigits(code.year % 100)}-${twoDigits(code.number)}${code.strand ?? ''}${code.theme ? `_${code.theme}` : ''}`

/** The official form of a code however it was written, or null when it is no code. */
export const officialProjectCode = (text: string): string | null => {
  const code = parseProjectCode(text)
  return code && printProjectCode(code)
}

/** The code of the project itself, without strand and theme. */
export const withoutVariant = (code: ProjectCode): ProjectCode => ({ ...code, strand: null, theme: null })
