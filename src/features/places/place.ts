import { Refused } from '../../platform/errors.ts'
import { formatInstant } from '../../vocabulary/local-time.ts'

export const placeStatuses = ['offered', 'held', 'completed', 'declined', 'lapsed', 'released', 'left'] as const
export type PlaceStatus = (typeof placeStatuses)[number]

/** The life of a place (domain, Lives). */
const lives: Readonly<Record<PlaceStatus, readonly PlaceStatus[]>> = {
  offered: ['held', 'declined', 'lapsed'],
  held: ['completed', 'released', 'left'],
  completed: [],
  declined: [],
  lapsed: [],
  released: [],
  left: [],
}

export const placeStatusLabels: Readonly<Record<PlaceStatus, string>> = {
  offered: 'Offered',
  held: 'Held',
  completed: 'Completed',
  declined: 'Declined',
  lapsed: 'Lapsed',
  released: 'Released',
  left: 'Left',
}

export const placeBecomes = (from: PlaceStatus, to: PlaceStatus): boolean => lives[from].includes(to)

const sentences: Readonly<Record<PlaceStatus, string>> = {
  offered: 'This place is offered and has not been accepted yet.',
  held: 'This place has been accepted already.',
  completed: 'This place has been completed.',
  declined: 'This place was declined.',
  lapsed: 'This offer of a place has lapsed.',
  released: 'This place was given back.',
  left: 'This place was left during the year.',
}

/** Refuses what the life of a place does not allow, in words. */
export const requirePlaceBecomes = (from: PlaceStatus, to: PlaceStatus): void => {
  if (!placeBecomes(from, to)) throw new Refused(sentences[from])
}

/** An offer can be answered up to the very moment of its deadline, and not after. */
export const isPastDeadline = (respondBy: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, respondBy) > 0

export const requireInTime = (respondBy: Temporal.Instant | null, now: Temporal.Instant): void => {
  if (respondBy && isPastDeadline(respondBy, now))
    throw new Refused(
      `The time to accept this place ended on ${formatInstant(respondBy)}. Ask the hub whether it is still free.`,
    )
}

/** Only an offer whose deadline has passed lapses. */
export const requireOverdue = (respondBy: Temporal.Instant | null, now: Temporal.Instant): void => {
  if (!respondBy || !isPastDeadline(respondBy, now)) throw new Refused('This offer can still be answered.')
}

export type Part = 'lead' | 'other'
export type NamedPerson = {
  readonly personId: string
  readonly part: Part
  readonly post: string | null
  readonly accessNeeds?: string | null
  /** Kinds of needs that come along with somebody who took part elsewhere. */
  readonly needs?: readonly string[] | null
}

/** What somebody needs to take part: kinds, and what they say in their own words. */
export type NeedsTold = { readonly kinds: readonly string[]; readonly words: string | null }

/** So many characters somebody's needs have at most in their own words. */
export const longestNeeds = 500

/** Needs in own words as they are kept, or null where nothing was said; refused where they are too long. */
export const needsGiven = (words: string | null): string | null => {
  const given = words?.trim() || null
  if (given && given.length > longestNeeds)
    throw new Refused(`Say what is needed in at most ${longestNeeds} characters.`)
  return given
}

export type NeedsKind = { readonly kind: string; readonly about: 'dietary' | 'access'; readonly words: string }

/** Somebody who comes and may not be known here yet. */
export type NewPerson = Omit<NamedPerson, 'personId'> & { readonly name: string; readonly email: string }

/** What is wrong with the people named for a place, or null. */
export const namedRefusal = (people: readonly NamedPerson[], peopleCount: number): string | null => {
  if (!Number.isInteger(peopleCount) || peopleCount < 1) return 'A place is for at least one person.'
  if (new Set(people.map((person) => person.personId)).size < people.length) return 'The same person is named twice.'
  if (people.length > peopleCount) return `${people.length} people are named, but the place is for ${peopleCount}.`
  return null
}

/** What is asked where somebody else takes part in a project for the same people all year. */
export const samePeopleRefusal =
  'This project keeps the same people all year. Say why somebody no longer comes, and so that you agree.'

/** What is asked where somebody who has left would be followed in such a project. */
export const successorRefusal =
  'This project keeps the same people all year: nobody follows who has left unless the hub makes an exception. Its staff decide on it under “Who follows”, or say here why they agree.'

export const partLabels = { lead: 'Lead participant', other: 'Other participant', substitute: 'Substitute' } as const
