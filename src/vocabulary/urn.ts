/** Reads the unique reference number of a school: six digits; null for anything else. */
export const parseUrn = (text: string): number | null => {
  const digits = text.replaceAll(/\s/g, '').replace(/^urn:?/i, '')
  return /^[1-9]\d{5}$/.test(digits) ? Number(digits) : null
}

export const firstInventedUrn = 900_000

/** Whether the number belongs to a school that was invented for a demonstration. */
export const isInventedUrn = (urn: number): boolean => urn >= firstInventedUrn && urn <= 999_999
