import { formatMoney, type Pence } from '../../vocabulary/money.ts'
import { noticeInWords } from '../../vocabulary/notice.ts'

/** What a hub writes of a cancellation and non-attendance policy: always a version of its own, never a change of one. */
export type PolicyTerms = {
  readonly name: string
  readonly amountPence: Pence
  readonly noticeDays: number
  readonly noticeKind: 'calendar' | 'working'
  readonly chargesLateCancellation: boolean
  readonly chargesNonAttendance: boolean
  /** Whether every session missed is charged, or a place once. */
  readonly perSession: boolean
  readonly wording: string
}

/** The most notice and the highest charge that a policy can ask for. */
export const mostNoticeDays = 90
export const highestChargePence = 100_000

/** Why a policy cannot be as it is to be; null when it can. */
export const policyRefusal = (terms: PolicyTerms): string | null => {
  if (terms.name === '' || terms.wording === '') return 'A policy needs a name and its wording.'
  if (terms.amountPence > highestChargePence) return `A policy charges at most ${formatMoney(highestChargePence)}.`
  if (terms.noticeDays > mostNoticeDays) return `A policy asks for at most ${mostNoticeDays} days of notice.`
  return terms.amountPence > 0 && !terms.chargesLateCancellation && !terms.chargesNonAttendance
    ? 'Say what is charged for, or set the charge to £0.'
    : null
}

/** A policy in a sentence, as its terms have it: what the wording says in the hub's own words. */
export const policyInWords = (terms: Omit<PolicyTerms, 'name' | 'wording'>): string => {
  const causes = [
    terms.chargesLateCancellation
      ? `for cancelling with less than ${noticeInWords({ days: terms.noticeDays, kind: terms.noticeKind })} of notice`
      : null,
    terms.chargesNonAttendance ? 'for not coming' : null,
  ].filter((cause) => cause !== null)
  if (terms.amountPence === 0 || causes.length === 0) return 'Nothing is charged.'
  return `${formatMoney(terms.amountPence)} ${terms.perSession ? 'for each session' : 'once for a place'}, ${causes.join(' and ')}.`
}
