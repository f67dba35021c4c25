import { Refused } from '../../platform/errors.ts'

export const interestStatuses = [
  'draft',
  'received',
  'confirmed',
  'waiting',
  'offered',
  'placed',
  'declined',
  'withdrawn',
  'lapsed',
  'passed_on',
] as const
export type InterestStatus = (typeof interestStatuses)[number]

/** The life of an expression of interest (domain, Lives). */
const lives: Readonly<Record<InterestStatus, readonly InterestStatus[]>> = {
  draft: ['received', 'confirmed', 'lapsed', 'withdrawn'],
  received: ['confirmed', 'declined', 'withdrawn', 'lapsed', 'passed_on'],
  confirmed: ['waiting', 'offered', 'placed', 'declined', 'withdrawn', 'lapsed', 'passed_on'],
  waiting: ['offered', 'placed', 'declined', 'withdrawn', 'lapsed', 'passed_on'],
  offered: ['placed', 'waiting', 'declined', 'withdrawn', 'lapsed', 'passed_on'],
  // A group that is called off gives its schools back to the line.
  placed: ['waiting', 'withdrawn', 'declined'],
  declined: [],
  withdrawn: [],
  lapsed: [],
  passed_on: [],
}

export const interestStatusLabels: Readonly<Record<InterestStatus, string>> = {
  draft: 'Email not confirmed',
  received: 'Waits for agreement',
  confirmed: 'To be decided',
  waiting: 'On the waiting list',
  offered: 'Place offered',
  placed: 'Placed',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
  passed_on: 'Passed on',
}

export const interestTones = {
  draft: 'plain',
  received: 'waiting',
  confirmed: 'new',
  waiting: 'waiting',
  offered: 'attention',
  placed: 'good',
  declined: 'over',
  withdrawn: 'over',
  lapsed: 'over',
  passed_on: 'over',
} as const satisfies Record<InterestStatus, string>

export const isInterestStatus = (text: string): text is InterestStatus => interestStatuses.some((each) => each === text)

/** Those that count, and of which an organisation or person has at most one in an offer (domain rule 2). */
export const liveStatuses = [
  'received',
  'confirmed',
  'waiting',
  'offered',
  'placed',
] as const satisfies InterestStatus[]

export const isLive = (status: InterestStatus): boolean => liveStatuses.some((each) => each === status)

export const interestBecomes = (from: InterestStatus, to: InterestStatus): boolean => lives[from].includes(to)

/** Refuses what the life of an expression of interest does not allow, in words. */
export const requireBecomes = (from: InterestStatus, to: InterestStatus): void => {
  if (interestBecomes(from, to)) return
  throw new Refused(`This is not possible any more: ${sentences[from]}`)
}

/** Refuses what is only possible from one state, in words. */
export const requireStatus = (status: InterestStatus, wanted: InterestStatus): void => {
  if (status !== wanted) throw new Refused(`This is not possible now: ${sentences[status]}`)
}

const sentences: Readonly<Record<InterestStatus, string>> = {
  draft: 'the sender has not confirmed their email address yet.',
  received: 'it still waits for the agreement of the organisation.',
  confirmed: 'the hub has not decided yet.',
  waiting: 'it is on the waiting list.',
  offered: 'a place is offered and waits for an answer.',
  placed: 'it has a place.',
  declined: 'it was declined.',
  withdrawn: 'it was withdrawn.',
  lapsed: 'it has lapsed.',
  passed_on: 'it was passed on to another hub.',
}
