import { type AcademicYear, yearLabel } from '../../vocabulary/academic-year.ts'
import type { PlannedDate, Registering, RequestWord, Room } from '../offers/index.ts'

export const dateModes = ['venue', 'online', 'blended', 'unknown'] as const satisfies readonly PlannedDate['mode'][]
export const dateCertainties = [
  'confirmed',
  'provisional',
  'unknown',
] as const satisfies readonly PlannedDate['certainty'][]

/** Whom to ask about the offer, and who leads it. */
export type AboutTerms = {
  readonly contactEmail: string
  readonly contactTelephone: string | null
  readonly leadNote: string | null
}

/** The themes one can choose from (none: all of the project's; one: fixed), and for how many there is room. */
export type WhoTerms = Room & { readonly themeIds: readonly string[] }

/** What is said about all dates together. */
export type DatesTerms = {
  readonly venueId: string | null
  readonly datesNote: string | null
  readonly practicalNotes: string | null
}

/** When and how one asks to join. */
export type JoiningTerms = {
  readonly opensOn: Temporal.PlainDate | null
  readonly closesOn: Temporal.PlainDate | null
  readonly requestWord: RequestWord
  readonly registering: Registering
  readonly joiningNote: string | null
}

/** One part of an offer as its hub sets it; its texts and each of its dates are changed by themselves. */
export type OfferPart =
  | { readonly part: 'about'; readonly terms: AboutTerms }
  | { readonly part: 'who'; readonly terms: WhoTerms }
  | { readonly part: 'dates'; readonly terms: DatesTerms }
  | { readonly part: 'policy'; readonly terms: { readonly policyId: string | null } }
  | { readonly part: 'joining'; readonly terms: JoiningTerms }

export type PartName = OfferPart['part']

/** One planned date as a hub sets it. */
export type DateTerms = Pick<
  PlannedDate,
  'on' | 'startsAt' | 'endsAt' | 'mode' | 'certainty' | 'onlineLink' | 'note'
> & { readonly venueId: string | null }

const whoRefusal = ({ mostOrganisations, fewestOrganisations }: WhoTerms): string | null =>
  mostOrganisations !== null && fewestOrganisations !== null && fewestOrganisations > mostOrganisations
    ? 'It cannot need more to run than there is room for.'
    : null

const joiningRefusal = ({ opensOn, closesOn }: JoiningTerms): string | null =>
  opensOn && closesOn && Temporal.PlainDate.compare(opensOn, closesOn) > 0
    ? 'An offer closes on the day it opens or after it.'
    : null

/** Why a part of an offer cannot be as it is to be; null when it can. */
export const partRefusal = (change: OfferPart): string | null => {
  if (change.part === 'who') return whoRefusal(change.terms)
  return change.part === 'joining' ? joiningRefusal(change.terms) : null
}

// A project may begin before its year and end after it; farther off, the year was mistyped.
const isFarFrom = (on: Temporal.PlainDate, year: AcademicYear): boolean => on.year < year || on.year > year + 1

/** Why a planned date of an offer of a year cannot be as it is to be; null when it can. */
export const dateRefusal = ({ on, startsAt, endsAt, certainty }: DateTerms, year: AcademicYear): string | null => {
  if (on !== null && isFarFrom(on, year))
    return `Look at the year of the day: an offer of ${yearLabel(year)} meets in ${year} or ${year + 1}.`
  if (startsAt && endsAt && Temporal.PlainTime.compare(startsAt, endsAt) >= 0) return 'A date ends after it starts.'
  return certainty === 'confirmed' && (on === null || startsAt === null || endsAt === null)
    ? 'A confirmed date needs a day, a start and an end.'
    : null
}

type Dated = { readonly on: Temporal.PlainDate | null; readonly startsAt: Temporal.PlainTime | null }

const earlier = (one: Dated, other: Dated): number => {
  if (one.on === null || other.on === null) return Number(one.on === null) - Number(other.on === null)
  const days = Temporal.PlainDate.compare(one.on, other.on)
  if (days !== 0 || one.startsAt === null || other.startsAt === null) return days
  return Temporal.PlainTime.compare(one.startsAt, other.startsAt)
}

/** Dates in the order in which they are; those that are not known stay in theirs, after the others. */
export const inOrderOfDates = <Date extends Dated>(dates: readonly Date[]): readonly Date[] => dates.toSorted(earlier)
