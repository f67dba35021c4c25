import { Refused } from '../../platform/errors.ts'
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
  readonly days: number
  readonly isFirstYear: boolean
}
