import { Refused } from '../../platform/errors.ts'
import { daysInWords, minutesInWords } from '../../vocabulary/length-of-day.ts'
import type { EntryKind } from '../ledger/index.ts'

export const grantStatuses = ['due', 'approved', 'paid', 'void', 'clawed_back'] as const
export type GrantStatus = (typeof grantStatuses)[number]

export const grantStatusLabels: Readonly<Record<GrantStatus, string>> = {
  due: 'Due',
  approved: 'Approved',
  paid: 'Paid',
  void: 'Void',
  clawed_back: 'Clawed back',
}

export const isGrantStatus = (text: string): text is GrantStatus => grantStatuses.some((status) => status === text)

/** The life of a grant (domain, Lives): what is paid is not made void but clawed back. */
const lives: Readonly<Record<GrantStatus, readonly GrantStatus[]>> = {
  due: ['approved', 'void'],
  approved: ['paid', 'void'],
  paid: ['clawed_back'],
  void: [],
  clawed_back: [],
}

export const nextOfGrant = (status: GrantStatus): readonly GrantStatus[] => lives[status]

export const requireGrantBecomes = (from: GrantStatus, to: GrantStatus): void => {
  if (lives[from].includes(to)) return
  throw new Refused(
    `This grant is ${grantStatusLabels[from].toLowerCase()}: it cannot become ${grantStatusLabels[to].toLowerCase()}.`,
  )
}

/** What is taken away needs a reason that can be read later. */
export const needsReason = (to: GrantStatus): boolean => to === 'void' || to === 'clawed_back'

/** What a move enters in the ledger; what was only due is in nobody's account. */
export const entryFor = (from: GrantStatus, to: GrantStatus): EntryKind | null => {
  if (to === 'approved') return 'granted'
  if (to === 'paid') return 'paid_out'
  if (to === 'clawed_back') return 'clawed_back'
  return from === 'approved' ? 'voided' : null
}

/** What a grant rests on, kept as it was. */
export type GrantEvidence = {
  readonly rule: string
  readonly ruleVersion: number
  readonly words: string
  readonly sessions: number
  /** By time, in whole and half days; by dates in what was worked out before time was counted, which has no minutes. */
  readonly days: number
  readonly minutes?: number | undefined
  readonly minutesInADay?: number | undefined
  readonly isFirstYear: boolean
}

/** What a grant rests on: how many sessions, and the days by time. */
export const restsOnInWords = ({ sessions, days, minutes }: GrantEvidence): string =>
  `${sessions === 1 ? '1 session' : `${sessions} sessions`}, ${daysInWords(days)}${minutes === undefined ? '' : ` (${minutesInWords(minutes)})`}`
