const shape =
  /^([A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y])|GIR)(\d[ABD-HJLNP-UW-Z]{2})$/

/** Reads a UK postcode however it was typed and gives it as W3 9PP; null when it cannot be one. */
export const parsePostcode = (text: string): string | null => {
  const found = shape.exec(text.toUpperCase().replaceAll(/[\s.-]/g, ''))
  return found ? `${found[1]} ${found[2]}` : null
}

/** The first half of a postcode: W3. */
export const outwardCode = (postcode: string): string => postcode.split(' ')[0] ?? ''

/** The letters a postcode begins with: W. */
export const postcodeArea = (postcode: string): string => /^[A-Z]+/.exec(postcode)?.[0] ?? ''
