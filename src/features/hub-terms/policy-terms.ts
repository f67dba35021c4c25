import { formatMoney, type Pence } from '../../vocabulary/money.ts'
import { type NoticeRule, noticeInWords } from '../../vocabulary/notice.ts'

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
  /** The notice of sessions that are wholly online, where it differs. */
  readonly onlineNotice: NoticeRule | null
  /** Reasons for which nothing is charged. */
  readonly exemptReasons: readonly string[]
  /** Whether a colleague may come instead. */
  readonly substituteAllowed: boolean
  /** What is charged at most, to a place or to a school in an academic year. */
  readonly cap: { readonly pence: Pence; readonly of: 'place' | 'organisation' } | null
  readonly wording: string
}

/** The most notice and the highest charge that a policy can ask for. */
export const mostNoticeDays = 90
export const highestChargePence = 100_000
export const mostReasons = 12
export const longestReason = 120

/** Why a policy cannot be as it is to be; null when it can. */
export const policyRefusal = (terms: PolicyTerms): string | null => {
  if (terms.name === '' || terms.wording === '') return 'A policy needs a name and its wording.'
  if (terms.amountPence > highestChargePence) return `A policy charges at most ${formatMoney(highestChargePence)}.`
  if (terms.exemptReasons.length > mostReasons) return `A policy names at most ${mostReasons} reasons.`
  if (Math.max(terms.noticeDays, terms.onlineNotice?.days ?? 0) > mostNoticeDays)
    return `A policy asks for at most ${mostNoticeDays} days of notice.`
  if (terms.cap !== null && terms.cap.pence < terms.amountPence)
    return `The most that is charged in all cannot be less than one charge of ${formatMoney(terms.amountPence)}.`
  return terms.amountPence > 0 && !terms.chargesLateCancellation && !terms.chargesNonAttendance
    ? 'Say what is charged for, or set the charge to £0.'
    : null
}

/** Why the wording does not say what the terms charge; null when it does: people agree to the wording, and the charge follows the terms. */
export const wordingRefusal = ({
  amountPence,
  wording,
}: Pick<PolicyTerms, 'amountPence' | 'wording'>): string | null => {
  const amount = formatMoney(amountPence)
  const isSaid = new RegExp(`${amount}(?!\\d|\\.(?!00)\\d)`).test(wording)
  return amountPence === 0 || isSaid ? null : `Say ${amount} in the wording: it is what people agree to`
}

const noticeWords = ({ noticeDays, noticeKind, onlineNotice }: Omit<PolicyTerms, 'name' | 'wording'>): string => {
  const usual = noticeInWords({ days: noticeDays, kind: noticeKind })
  return onlineNotice
    ? `${usual} of notice, or ${noticeInWords(onlineNotice)} where it is online`
    : `${usual} of notice`
}

/** A policy in a sentence, as its terms have it: what the wording says in the hub's own words. */
export const policyInWords = (terms: Omit<PolicyTerms, 'name' | 'wording'>): string => {
  const causes = [
    terms.chargesLateCancellation ? `for cancelling with less than ${noticeWords(terms)}` : null,
    terms.chargesNonAttendance ? 'for not coming' : null,
  ].filter((cause) => cause !== null)
  if (terms.amountPence === 0 || causes.length === 0) return 'Nothing is charged.'
  const exempt = terms.exemptReasons.length > 0 ? ` Nothing is charged for: ${terms.exemptReasons.join('; ')}.` : ''
  const instead = terms.substituteAllowed ? '' : ' A colleague cannot come instead.'
  const most = terms.cap
    ? ` No more than ${formatMoney(terms.cap.pence)} ${terms.cap.of === 'place' ? 'for a place' : 'for a school in a year'}.`
    : ''
  return `${formatMoney(terms.amountPence)} ${terms.perSession ? 'for each session' : 'once for a place'}, ${causes.join(' and ')}.${most}${exempt}${instead}`
}
