import { formatDate } from '../../vocabulary/local-time.ts'

/** How requests came in for one offer of last year: on which day of its window each did, and how many days the window had. */
export type Curve = { readonly hubId: string; readonly days: number; readonly arrivals: readonly number[] }

/** Fewer offers of last year than this say nothing of how others will go. */
export const fewestCurves = 3

/** Where the window of an offer stands: not yet open, some share of it gone, or over. */
export const elapsedShare = ({
  from,
  to,
  today,
}: {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly today: Temporal.PlainDate
}): number => {
  const days = from.until(to).days
  const gone = from.until(today).days
  if (gone >= days) return today.equals(to) && days === 0 ? 0 : Math.min(1, days === 0 ? 1 : gone / days)
  return Math.max(0, gone / days)
}

/** How many came after so much of the window had gone. */
export const arrivedAfter = ({ days, arrivals }: Curve, elapsed: number): number =>
  arrivals.filter((day) => day > elapsed * days).length

export type Range = { readonly least: number; readonly most: number }
export type Forecast =
  | { readonly kind: 'range'; readonly range: Range; readonly offers: number; readonly hubs: number }
  | { readonly kind: 'too_little'; readonly offers: number; readonly hubs: number }

/**
 * How many there will be in the end: those there are, and as many more as came after this point of the window last year, from the
 * offer with the fewest to the one with the most. Of ten offers or more the outermost tenth at each end is left out.
 */
export const forecastOf = (
  curves: readonly Curve[],
  { counted, elapsed }: { readonly counted: number; readonly elapsed: number },
): Forecast => {
  const known = { offers: curves.length, hubs: new Set(curves.map(({ hubId }) => hubId)).size }
  if (elapsed >= 1) return { kind: 'range', range: { least: counted, most: counted }, ...known }
  if (curves.length < fewestCurves) return { kind: 'too_little', ...known }
  const more = curves.map((curve) => arrivedAfter(curve, elapsed)).toSorted((one, other) => one - other)
  const apart = Math.floor(more.length / 10)
  const kept = more.slice(apart, more.length - apart)
  return { kind: 'range', range: { least: counted + (kept[0] ?? 0), most: counted + (kept.at(-1) ?? 0) }, ...known }
}

export const outlooks = ['unlikely', 'open', 'unknown', 'likely', 'reached'] as const
/** Whether an offer will have as many as it needs. */
export type Outlook = (typeof outlooks)[number]

/** An offer that needs so many to take place, with how many ask or have a place by now. */
export type Awaiting = {
  readonly counted: number
  readonly needs: number
  readonly from: Temporal.PlainDate | null
  readonly to: Temporal.PlainDate | null
  /** What the curves are of: the project last year at any hub, or everything that this hub offered. */
  readonly basis: 'line' | 'hub'
  readonly curves: readonly Curve[]
}

export type Foreseen = { readonly outlook: Outlook; readonly sentence: string; readonly range: Range | null }

const outlookOf = ({ least, most }: Range, needs: number): Outlook =>
  least >= needs ? 'likely' : most < needs ? 'unlikely' : 'open'

const bases: Readonly<Record<Awaiting['basis'], (forecast: Forecast) => string>> = {
  line: ({ offers, hubs }) =>
    `From how requests for it came in last year: ${offers} offers at ${hubs} ${hubs === 1 ? 'hub' : 'hubs'}.`,
  hub: ({ offers }) => `From how requests for ${offers} other offers of the hub came in last year.`,
}

const inWords = ({ least, most }: Range): string => (least === most ? `${least}` : `Between ${least} and ${most}`)

/** Whether it will have as many as it needs, in a sentence that says where that is from, or that there is too little to go on. */
export const foreseen = (one: Awaiting, today: Temporal.PlainDate): Foreseen => {
  const { counted, needs, from, to, basis, curves } = one
  const soFar = `${counted} so far; it needs ${needs}`
  if (counted >= needs)
    return {
      outlook: 'reached',
      sentence: `${counted} have asked or have a place; it needs ${needs}.`,
      range: { least: counted, most: counted },
    }
  if (from === null || to === null)
    return {
      outlook: 'unknown',
      sentence: `${soFar}. It has no day by which to ask, so nothing can be said of how many will.`,
      range: null,
    }
  if (Temporal.PlainDate.compare(today, to) > 0)
    return {
      outlook: 'unlikely',
      sentence: `${counted} asked by ${formatDate(to)}, when asking ended; it needs ${needs}.`,
      range: { least: counted, most: counted },
    }
  const forecast = forecastOf(curves, { counted, elapsed: Math.min(0.999, elapsedShare({ from, to, today })) })
  const by = formatDate(to)
  if (forecast.kind === 'too_little')
    return {
      outlook: 'unknown',
      sentence: `${soFar} by ${by}. How requests came in last year is known of ${forecast.offers === 0 ? 'no offer' : forecast.offers === 1 ? 'one offer only' : `${forecast.offers} offers only`}: too little to go on.`,
      range: null,
    }
  return {
    outlook: outlookOf(forecast.range, needs),
    sentence: `${inWords(forecast.range)} by ${by}; it needs ${needs}. ${bases[basis](forecast)}`,
    range: forecast.range,
  }
}
