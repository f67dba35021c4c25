import { formatDay, formatTimeRange } from '../../vocabulary/local-time.ts'
import type { OfferInFull, PlannedDate, Venue } from './offer.ts'

export type DateRow = { readonly when: string; readonly where: string }

const whenOf = ({ on, startsAt, endsAt, certainty }: PlannedDate): string => {
  if (on === null) return 'Date to be confirmed'
  const time = startsAt && endsAt ? `, ${formatTimeRange(startsAt, endsAt)}` : ''
  return `${formatDay(on)}${time}${certainty === 'provisional' ? ' (provisional)' : ''}`
}

const placeOf = (date: PlannedDate, usual: Venue | null): string => {
  const venue = date.venue ?? usual
  const there = venue ? venue.shortName : null
  if (date.mode === 'online') return 'Online'
  if (date.mode === 'blended') return there ? `${there} and online` : 'Face to face and online'
  return date.mode === 'venue' ? (there ?? '') : ''
}

const sentence = (text: string): string => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`)

type Dated = Pick<PlannedDate, 'on' | 'certainty'>

/** Whether some day of an offer is known: stated, and confirmed by its hub. */
export const hasConfirmedDate = (dates: readonly Dated[]): boolean =>
  dates.some(({ on, certainty }) => on !== null && certainty === 'confirmed')

/** Whether some day is stated that may still change. */
export const hasProvisionalDate = (dates: readonly Dated[]): boolean =>
  dates.some(({ on, certainty }) => on !== null && certainty !== 'confirmed')

/** The advertised dates as rows: when, and where with any note. */
export const dateRows = (offer: Pick<OfferInFull, 'plannedDates' | 'venue'>): readonly DateRow[] =>
  offer.plannedDates.map((date) => {
    const place = placeOf(date, offer.venue)
    return {
      when: whenOf(date),
      where: date.note ? [sentence(place), date.note].filter(Boolean).join(' ') : place || 'Place to be confirmed',
    }
  })

/** Venues the dates name, with the usual one first, each once. */
export const venuesOf = (offer: Pick<OfferInFull, 'plannedDates' | 'venue'>): readonly Venue[] => {
  const all = [offer.venue, ...offer.plannedDates.map((date) => date.venue)].filter((venue) => venue !== null)
  return all.filter((venue, at) => all.findIndex((other) => other.id === venue.id) === at)
}
