import type { Pence } from '../../vocabulary/money.ts'
import { freeUntil, isWithinFreeNotice, type NoticeRule } from '../../vocabulary/notice.ts'

/** What a policy charges at most, to a place or to a school in an academic year; `left` is what of it has not been charged yet. */
export type Cap = { readonly pence: Pence; readonly of: 'place' | 'organisation'; readonly left: Pence }

/** A cancellation and non-attendance policy as somebody agreed to it (S14). */
export type PolicyTerms = {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly amountPence: Pence
  readonly notice: NoticeRule
  /** The notice of sessions that are wholly online, where it differs. */
  readonly onlineNotice: NoticeRule | null
  /** Reasons for which nothing is charged, where a person finds that they hold. */
  readonly exemptReasons: readonly string[]
  /** Whether a colleague may come instead, so that nothing is charged. */
  readonly substituteAllowed: boolean
  readonly chargesLateCancellation: boolean
  readonly chargesNonAttendance: boolean
  /** Where a place is charged for once and not for each session: whether that has been done. */
  readonly once: 'open' | 'charged' | null
  readonly cap: Cap | null
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

/** What somebody says beside that they will not come: one of the policy's reasons, or which colleague comes instead. */
export type Excuse = { readonly exemptReason: string | null; readonly substitute: string | null }

export const noExcuse: Excuse = { exemptReason: null, substitute: null }

export type Proposal =
  | {
      readonly kind: 'free'
      readonly because: 'no-policy' | 'not-charged' | 'charged-once' | 'capped' | 'moved' | 'substitute' | 'in-time'
      readonly freeUntil: Temporal.Instant | null
      /** What it costs from then on. */
      readonly thenPence?: Pence
    }
  | {
      readonly kind: 'late'
      readonly amountPence: Pence
      readonly freeUntil: Temporal.Instant
      readonly notice: NoticeRule
      /** A reason of the policy's for which nothing is charged: whether it holds is for a person to say. */
      readonly claimed: string | null
    }

/** After the hub has moved a session, cancelling it is free until the new date is agreed to (domain rule 12). */
export const isUnagreedMove = ({ movedAt, agreedAt }: Pick<NoticeGiven, 'movedAt' | 'agreedAt'>): boolean =>
  movedAt !== null && (agreedAt === null || Temporal.Instant.compare(agreedAt, movedAt) < 0)

/** The notice that a policy asks for a session of a mode: blended ones count as at a venue, which one can come to. */
export const noticeFor = ({ notice, onlineNotice }: PolicyTerms, mode: string): NoticeRule =>
  mode === 'online' ? (onlineNotice ?? notice) : notice

const free = (because: Exclude<Proposal, { kind: 'late' }>['because']): Proposal => ({
  kind: 'free',
  because,
  freeUntil: null,
})

/** What the policy that was agreed to proposes for notice given at a moment, exact to the minute (domain rules 7 and 12); what was charged before is not looked at here. */
export const proposalFor = (given: NoticeGiven): Proposal => {
  const { policy, excuse } = given
  if (policy === null) return free('no-policy')
  if (!policy.chargesLateCancellation || policy.amountPence === 0) return free('not-charged')
  if (isUnagreedMove(given)) return free('moved')
  if (excuse.substitute !== null && policy.substituteAllowed) return free('substitute')
  const notice = noticeFor(policy, given.mode)
  const calendar = { bankHolidays: given.bankHolidays }
  const until = freeUntil(notice, given.startsAt, calendar)
  if (isWithinFreeNotice(given.givenAt, notice, given.startsAt, calendar))
    return { kind: 'free', because: 'in-time', freeUntil: until, thenPence: policy.amountPence }
  const named = excuse.exemptReason !== null && policy.exemptReasons.includes(excuse.exemptReason)
  const claimed = named ? excuse.exemptReason : null
  return { kind: 'late', amountPence: policy.amountPence, freeUntil: until, notice, claimed }
}

export const totalOf = (proposals: readonly Proposal[]): Pence =>
  proposals.reduce((sum, proposal) => sum + penceOf(proposal), 0)

export const penceOf = (proposal: Proposal): Pence => (proposal.kind === 'late' ? proposal.amountPence : 0)
