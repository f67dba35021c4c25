/** An amount of money in whole pence. */
export type Pence = number

const shape = /^(-)?£?(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{2}))?$/

/** Reads £75, 75, £1,000.50 or -£20; null for anything else, also for fractions of a penny. */
export const parseMoney = (text: string): Pence | null => {
  const found = shape.exec(text.replaceAll(/\s/g, ''))
  if (!found) return null
  const pence = Number((found[2] ?? '').replaceAll(',', '')) * 100 + Number(found[3] ?? 0)
  return found[1] && pence > 0 ? -pence : pence
}

const grouped = (pounds: number): string => String(pounds).replaceAll(/\B(?=(\d{3})+$)/g, ',')

/** £75, £1,000.50: pence are printed only when there are some. */
export const formatMoney = (pence: Pence): string => {
  const whole = Math.abs(Math.round(pence))
  const rest = whole % 100
  const printed = `£${grouped((whole - rest) / 100)}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`
  return pence < 0 && whole > 0 ? `-${printed}` : printed
}
