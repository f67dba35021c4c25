import type { Answer, Verdict } from '../criteria/index.ts'
import type { Offer } from '../offers/index.ts'

/** An offer with what is known of whether an organisation can join it. */
export type Joinable = {
  readonly offer: Offer
  readonly verdicts: readonly Verdict[]
  readonly answer: Answer
  readonly sentence: string
}

const order: Readonly<Record<Answer, number>> = { yes: 0, not_yet_known: 1, no: 2 }

/** What one can join first, then what is not yet known, then what one cannot. */
export const bestFirst = (all: readonly Joinable[]): readonly Joinable[] =>
  all.toSorted(
    (one, other) =>
      order[one.answer] - order[other.answer] ||
      one.offer.project.title.localeCompare(other.offer.project.title, 'en-GB') ||
      one.offer.hub.name.localeCompare(other.offer.hub.name, 'en-GB'),
  )

export const joiningHeadings: Readonly<Record<Answer, string>> = {
  yes: 'You can join',
  not_yet_known: 'You can perhaps join',
  no: 'You cannot join as things stand',
}
