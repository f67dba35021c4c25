const shape = /^1\d{7}$/

/** Reads a UK provider reference number: eight digits that begin with 1; null for anything else. */
export const parseUkprn = (text: string): string | null => {
  const digits = text.replaceAll(/\s/g, '').replace(/^ukprn:?/i, '')
  return shape.test(digits) ? digits : null
}

/** Whether the number belongs to a provider that was invented for a demonstration. */
export const isInventedUkprn = (ukprn: string): boolean => shape.test(ukprn) && Number(ukprn) >= 19_000_000
