// "12/34567", "RP12/34567" and "TRN 1234567" are the same seven digits.
const spelling = /^(?:TRN|RP)?:?(\d{2})\/?(\d{5})$/

/** Reads a teacher reference number as it is usually written; null when it cannot be one. */
export const parseTeacherReferenceNumber = (text: string): string | null => {
  const found = spelling.exec(text.toUpperCase().replaceAll(/[\s.\-–]/g, ''))
  return found ? `${found[1]}${found[2]}` : null
}
