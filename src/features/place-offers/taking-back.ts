import { type InterestStatus, interestEventInWords } from '../interest/index.ts'

/** Where a request stood before a decision: what it is taken back to. */
export type StoodBefore = {
  readonly status: InterestStatus
  readonly statusReason: string | null
  readonly waitingSince: Temporal.Instant | null
  readonly placeId: string | null
  /** Its place at the head of the line, after its group was called off. */
  readonly lostPlaceAt: Temporal.Instant | null
  /** Its place in line as the hub had moved it up, and why. */
  readonly movedUpAt: Temporal.Instant | null
  readonly movedUpReason: string | null
}

/** What a decision is taken back to within its ten minutes: a move against its life, and never another. */
const restorable: Readonly<Partial<Record<InterestStatus, readonly InterestStatus[]>>> = {
  offered: ['confirmed', 'waiting'],
  waiting: ['confirmed'],
  declined: ['received', 'confirmed', 'waiting'],
}

export const isRestorable = (from: InterestStatus, to: InterestStatus): boolean =>
  restorable[from]?.includes(to) ?? false

/** What happened, and who did it. */
type Happened = { readonly name: string; readonly actorName: string | null; readonly actorKind: string }

/** What happens beside a decision and changes nothing of it. */
export const besideDecisions = [
  'interest.passed-over',
  'interest.letter-taken-back',
  'interest.verdict-changed',
] as const

/** Whether something that happened is a change of a request, which whoever decided before must know of. */
export const isChangeOfRequest = ({ name }: Pick<Happened, 'name'>): boolean =>
  name.startsWith('interest.') && !besideDecisions.some((each) => each === name)

const by = ({ actorName, actorKind }: Omit<Happened, 'name'>): string => {
  if (actorName) return actorName
  return actorKind === 'link' ? 'who asked' : 'by itself'
}

/** What has happened to a request, and who did it: "the hub declined the request (Adaeze Lindqvist)". */
export const changeInWords = (event: Happened): string =>
  `${interestEventInWords(event.name).replace(/^./, (first) => first.toLowerCase())} (${by(event)})`
