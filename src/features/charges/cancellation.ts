import { formatInstant } from '../../vocabulary/local-time.ts'
import { formatMoney, type Pence } from '../../vocabulary/money.ts'
import { freeUntil, isWithinFreeNotice, type NoticeRule, noticeInWords } from '../../vocabulary/notice.ts'

/** A cancellation and non-attendance policy as somebody agreed to it (S14). */
export type PolicyTerms = {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly amountPence: Pence
  readonly notice: NoticeRule
  /** The notice of sessions that are wholly online, where it differs. */
  readonly onlineNotice: NoticeRule | null
  /** Reasons for which nothing is charged. */
  readonly exemptReasons: readonly string[]
  /** Whether a colleague may come instead, so that nothing is charged. */
  readonly substituteAllowed: boolean
  readonly chargesLateCancellation: boolean
  readonly chargesNonAttendance: boolean
  /** Where a place is charged for once and not for each session: whether that has been done. */
  readonly once: 'open' | 'charged' | null
  readonly wording: string
}

/** All that decides whether giving notice of not coming is free. */
export type NoticeGiven = {
  readonly policy: PolicyTerms | null
  readonly startsAt: Temporal.Instant
  readonly movedAt: Temporal.Instant | null
  /** When the date as it stands was last agreed to: by accepting the place, or afresh after it was moved. */
  readonly agreedAt: Temporal.Instant | null
  readonly givenAt: Temporal.Instant
  readonly bankHolidays: readonly Temporal.PlainDate[]
  /** How the session is held; what is wholly online may have a notice of its own. */
  readonly mode: string
  readonly excuse: Excuse
}

/** What somebody says beside that they will not come: one of the policy's reasons, or that a colleague comes. */
export type Excuse = { readonly exemptReason: string | null; readonly substitute: boolean }

export const noExcuse: Excuse = { exemptReason: null, substitute: false }

export type Proposal =
  | {
      readonly kind: 'free'
      readonly because: 'no-policy' | 'not-charged' | 'charged-once' | 'moved' | 'exempt' | 'substitute' | 'in-time'
      readonly freeUntil: Temporal.Instant | null
    }
  | {
      readonly kind: 'late'
      readonly amountPence: Pence
      readonly freeUntil: Temporal.Instant
      readonly notice: NoticeRule
    }

/** After the hub has moved a session, cancelling it is free until the new date is agreed to (domain rule 12). */
export const isUnagreedMove = ({ movedAt, agreedAt }: Pick<NoticeGiven, 'movedAt' | 'agreedAt'>): boolean =>
  movedAt !== null && (agreedAt === null || Temporal.Instant.compare(agreedAt, movedAt) < 0)

const chargedOnce = { kind: 'free', because: 'charged-once', freeUntil: null } as const

/** The notice that a policy asks for a session of a mode: blended ones count as at a venue, which one can come to. */
export const noticeFor = ({ notice, onlineNotice }: PolicyTerms, mode: string): NoticeRule =>
  mode === 'online' ? (onlineNotice ?? notice) : notice

const excusing = (policy: PolicyTerms, { exemptReason, substitute }: Excuse): 'exempt' | 'substitute' | null => {
  if (exemptReason !== null && policy.exemptReasons.includes(exemptReason)) return 'exempt'
  return substitute && policy.substituteAllowed ? 'substitute' : null
}

/** What the policy that was agreed to proposes for notice given at a moment, exact to the minute (domain rules 7 and 12). */
export const proposalFor = (given: NoticeGiven): Proposal => {
  const { policy } = given
  if (policy === null) return { kind: 'free', because: 'no-policy', freeUntil: null }
  if (!policy.chargesLateCancellation || policy.amountPence === 0)
    return { kind: 'free', because: 'not-charged', freeUntil: null }
  if (policy.once === 'charged') return chargedOnce
  if (isUnagreedMove(given)) return { kind: 'free', because: 'moved', freeUntil: null }
  const excused = excusing(policy, given.excuse)
  if (excused) return { kind: 'free', because: excused, freeUntil: null }
  const notice = noticeFor(policy, given.mode)
  const calendar = { bankHolidays: given.bankHolidays }
  const until = freeUntil(notice, given.startsAt, calendar)
  return isWithinFreeNotice(given.givenAt, notice, given.startsAt, calendar)
    ? { kind: 'free', because: 'in-time', freeUntil: until }
    : { kind: 'late', amountPence: policy.amountPence, freeUntil: until, notice }
}

/** What cancelling now would mean, in a sentence for whoever is about to do it. */
export const proposalInWords = (proposal: Proposal, hub: string): string => {
  if (proposal.kind === 'late') {
    return `Cancelling was free until ${formatInstant(proposal.freeUntil)}, ${noticeInWords(proposal.notice)} before the session. If you cancel now, a charge of ${formatMoney(proposal.amountPence)} is proposed to ${hub}, where a person decides whether to ask for it.`
  }
  if (proposal.kind === 'free' && proposal.because === 'moved') {
    return 'The hub has moved this session and you have not agreed to its new date, so cancelling is free.'
  }
  if (proposal.kind === 'free' && proposal.because === 'charged-once')
    return 'This policy charges once for a place, and that has been done: cancelling costs nothing more.'
  if (proposal.kind === 'free' && proposal.freeUntil)
    return `Cancelling is free until ${formatInstant(proposal.freeUntil)}. If you cancel now, there is no charge.`
  return 'Cancelling is free. Please do it as early as you can, so that somebody else can be told.'
}

/** What a policy proposes for several notices at once: where a place is charged for once, only the first that is late. */
export const withOneCharge = <Notice extends { readonly proposal: Proposal }>(
  policy: PolicyTerms | null,
  notices: readonly Notice[],
): readonly Notice[] => {
  const first = notices.findIndex(({ proposal }) => proposal.kind === 'late')
  if (policy === null || policy.once === null || first < 0) return notices
  return notices.map((notice, at) =>
    notice.proposal.kind === 'late' && at > first ? { ...notice, proposal: chargedOnce } : notice,
  )
}

/** The highest charge that somebody has been shown before they confirm; a higher one is never proposed without showing it. */
export const isDearerThanShown = (proposals: readonly Proposal[], shownPence: Pence): boolean =>
  totalOf(proposals) > shownPence

export const totalOf = (proposals: readonly Proposal[]): Pence =>
  proposals.reduce((sum, proposal) => sum + (proposal.kind === 'late' ? proposal.amountPence : 0), 0)
