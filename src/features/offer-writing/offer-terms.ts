import type { PlannedDate } from '../offers/index.ts'

/** How many dates an offer advertises at most. */
export const mostDates = 6

export const dateModes = ['venue', 'online', 'blended', 'unknown'] as const satisfies readonly PlannedDate['mode'][]
export const dateCertainties = [
  'confirmed',
  'provisional',
  'unknown',
] as const satisfies readonly PlannedDate['certainty'][]

/** A planned date as a hub sets it; the id of a date that is there already keeps its own venue and note. */
export type DateTerms = Pick<PlannedDate, 'on' | 'startsAt' | 'endsAt' | 'mode' | 'certainty'> & {
  readonly id: string | null
}

/** What a hub sets of its offer. */
export type OfferTerms = {
  readonly contactEmail: string
  readonly opensOn: Temporal.PlainDate | null
  readonly closesOn: Temporal.PlainDate | null
  readonly venueId: string | null
  readonly themeId: string | null
  /** Left out where whoever changes the offer does not choose it. */
  readonly policyId?: string | null
  readonly practicalNotes: string | null
  readonly datesNote: string | null
  readonly leadNote: string | null
  readonly dates: readonly DateTerms[]
}

const endsFirst = ({ startsAt, endsAt }: DateTerms): boolean =>
  startsAt !== null && endsAt !== null && Temporal.PlainTime.compare(startsAt, endsAt) >= 0

const isUncertain = ({ certainty, on, startsAt, endsAt }: DateTerms): boolean =>
  certainty === 'confirmed' && (on === null || startsAt === null || endsAt === null)

/** Why an offer cannot be as it is to be; null when it can. */
export const termsRefusal = (terms: OfferTerms, datesNow: number): string | null => {
  const { opensOn, closesOn, dates } = terms
  if (opensOn && closesOn && Temporal.PlainDate.compare(opensOn, closesOn) > 0)
    return 'An offer closes on the day it opens or after it.'
  if (dates.length > Math.max(mostDates, datesNow)) return `An offer advertises at most ${mostDates} dates.`
  if (dates.some(endsFirst)) return 'A date ends after it starts.'
  return dates.some(isUncertain) ? 'A confirmed date needs a day, a start and an end.' : null
}
