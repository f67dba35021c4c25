import type { Marking } from '../../vocabulary/marks.ts'

/** Why a mark that arrived could not be taken as it was. */
export const reasonsToSetAside = [
  'called_off',
  'moved',
  'undated',
  'to_come',
  'not_expected',
  'completed',
  'closed',
  'no_part',
] as const
export type ReasonToSetAside = (typeof reasonsToSetAside)[number]

export const setAsideInWords: Readonly<Record<ReasonToSetAside, string>> = {
  called_off: 'The session was called off before the mark arrived.',
  moved: 'The session was moved to another day before the mark arrived.',
  undated: 'The session had no confirmed date when the mark arrived.',
  to_come: 'The mark arrived before the day of the session.',
  not_expected: 'Who is marked was not expected at the session when the mark arrived.',
  completed: 'The group was completed before the mark arrived.',
  closed: 'The register had closed before the mark was made.',
  no_part: 'Whoever made the mark worked on this group no longer when they made it.',
}

/** What is to become of somebody who came without standing in the register. */
export const walkInOutcomes = ['participant', 'substitute', 'guest', 'mistake'] as const
export type WalkInOutcome = (typeof walkInOutcomes)[number]

export const isWalkInOutcome = (word: string): word is WalkInOutcome => walkInOutcomes.some((each) => each === word)

/** Whether the outcome says for whom they came. */
export const isMatched = (outcome: WalkInOutcome): boolean => outcome === 'participant' || outcome === 'substitute'

/** What somebody is marked with who is said to have come, or to have been represented, without standing in the register. */
export const markingOf = (outcome: WalkInOutcome, saidName: string | null): Marking =>
  outcome === 'substitute'
    ? { mark: 'substitute', minutes: null, substitute: saidName }
    : { mark: 'present', minutes: null }
