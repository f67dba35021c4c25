import { Refused } from '../../platform/errors.ts'
import type { NoticeKind } from '../../vocabulary/notice.ts'

export const chargeStatuses = ['proposed', 'confirmed', 'paid', 'waived', 'credited'] as const
export type ChargeStatus = (typeof chargeStatuses)[number]
export type ChargeCause = 'late_cancellation' | 'non_attendance'

export const chargeStatusLabels: Readonly<Record<ChargeStatus, string>> = {
  proposed: 'Proposed',
  confirmed: 'Confirmed',
  paid: 'Paid',
  waived: 'Waived',
  credited: 'Credited',
}

export const causeLabels: Readonly<Record<ChargeCause, string>> = {
  late_cancellation: 'Late cancellation',
  non_attendance: 'Did not come',
}

export const isChargeStatus = (text: string): text is ChargeStatus => chargeStatuses.some((status) => status === text)

/** The life of a charge (domain, Lives). */
const lives: Readonly<Record<ChargeStatus, readonly ChargeStatus[]>> = {
  proposed: ['confirmed', 'waived'],
  confirmed: ['paid', 'waived', 'credited'],
  paid: ['credited'],
  waived: [],
  credited: [],
}

/** What can be done next with a charge. */
export const nextOf = (status: ChargeStatus): readonly ChargeStatus[] => lives[status]

export const requireChargeBecomes = (from: ChargeStatus, to: ChargeStatus): void => {
  if (!lives[from].includes(to)) {
    throw new Refused(
      `This charge is ${chargeStatusLabels[from].toLowerCase()}: it cannot become ${chargeStatusLabels[to].toLowerCase()}.`,
    )
  }
}

/** Money that is asked of nobody needs a reason that can be read later. */
export const needsReason = (to: ChargeStatus): boolean => to === 'waived' || to === 'credited'

/** What a charge rests on, kept as it was: no names, only what was agreed, when notice came and which mark was made. */
export type Evidence = {
  readonly policyName: string
  readonly policyVersion: number
  readonly wording: string
  readonly noticeDays: number
  readonly noticeKind: NoticeKind
  readonly amountPence: number
  readonly sessionStartsAt: string
  readonly sessionSequence: number
  readonly freeUntil: string | null
  readonly noticeGivenAt: string | null
  readonly markId: string | null
  /** What the register says: that nobody came, or a colleague whom the policy does not let come instead. */
  readonly mark?: 'absent' | 'substitute' | undefined
  /** A reason for which the policy charges nothing, as it was named: a person says whether it holds. */
  readonly claimed?: string | undefined
}

/** Whether what a charge rests on still holds: the mark must still be the one that stands. */
export const isRestingOnMark = (charge: {
  cause: ChargeCause
  standing: readonly string[]
  evidence: Pick<Evidence, 'mark'>
}): boolean =>
  charge.cause !== 'non_attendance' ||
  (charge.standing.length > 0 && charge.standing.every((mark) => mark === (charge.evidence.mark ?? 'absent')))

/** Which charges of a hub are shown: in one state, of one cause, with a reason of the policy named, of a school, person or group by words. */
export type ChargeFilter = {
  readonly status: ChargeStatus | null
  readonly cause: ChargeCause | null
  readonly claimed: boolean
  readonly words: string
}

/** The address of the list with what it asks for. */
export const filterQuery = (
  { status, cause, claimed, words }: ChargeFilter,
  more: Readonly<Record<string, string>> = {},
): string => {
  const query = new URLSearchParams({
    ...(status ? { status } : {}),
    ...(cause ? { cause } : {}),
    ...(claimed ? { claimed: 'yes' } : {}),
    ...(words ? { q: words } : {}),
    ...more,
  }).toString()
  return query === '' ? '' : `?${query}`
}
