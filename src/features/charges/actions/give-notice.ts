import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import type { Pence } from '../../../vocabulary/money.ts'
import { type Excuse, noExcuse, type Proposal, penceOf, totalOf } from '../cancellation.ts'
import { isDearerThanShown, type Shown } from '../consequence.ts'
import { cancelledLetter } from '../emails/cancelled.email.ts'
import { comingSessions, isTakingPart, type Line, linesOf } from '../queries.ts'
import { participantOfLink, partsInSight } from '../sight-queries.ts'
import { insertCancellation, lockSessions } from '../store.ts'
import { proposalsAt } from '../terms.ts'
import { lockLimits, proposeCharge } from './propose-charge.ts'

export type Cancelled = { readonly proposed: Pence }
export type Notice = Line & { readonly proposal: Proposal }
type Said = { readonly reason: string | null; readonly excuse: Excuse }
export type NoticesGiven = Said & {
  readonly placeId: string
  /** Whom and which sessions it is about, and what each was shown to cost. */
  readonly shown: readonly Shown[]
}

/** Gives notice for some who take part under a place, of one session or several. What was shown is what is applied: where any of it would cost more now, nothing is done. */
export const giveNotices = (context: Context, input: NoticesGiven): Promise<Cancelled> =>
  transaction(context, async (tx, context) => {
    if (input.shown.length === 0) throw new Refused('Choose who will not come, and to which sessions.')
    await lockSessions(tx, [...new Set(input.shown.map(({ sessionId }) => sessionId))])
    const [first] = found(await partsInSight(context, input.placeId)).parts
    await lockLimits(tx, found(first))
    const { parts, takesPart } = found(await partsInSight(context, input.placeId))
    if (!takesPart) throw new Refused('You take part in this group no longer, so there is nothing to cancel.')
    const notices = proposalsAt(
      found(first).policy,
      chosen(await linesOf(tx, parts, context.now), input.shown),
      context.now,
      input.excuse,
    )
    requireAsShown(notices, input.shown)
    const kept = []
    for (const notice of notices) kept.push(...(await keepNotice(tx, context, notice, input)))
    await tellOfNotices(tx, context, kept)
    return { proposed: totalOf(kept.map(({ proposal }) => proposal)) }
  })

/** Gives notice of one session by a participant's own link. */
export const giveNotice = (
  context: Context,
  input: { sessionId: string; reason: string | null; shownPence: Pence; excuse?: Excuse },
): Promise<Cancelled> =>
  transaction(context, async (_tx, context) => {
    const who = found(await participantOfLink(context))
    if (!isTakingPart(who)) throw new Refused('You take part in this group no longer, so there is nothing to cancel.')
    const { id } = found((await comingSessions(context.db, who, context.now)).find(({ id }) => id === input.sessionId))
    return giveNotices(context, {
      placeId: who.placeId,
      shown: [{ participantId: who.id, sessionId: id, pence: input.shownPence }],
      reason: input.reason,
      excuse: input.excuse ?? noExcuse,
    })
  })

const chosen = (lines: readonly Line[], shown: readonly Shown[]): readonly Line[] =>
  shown.flatMap(({ participantId, sessionId }) => {
    const line = lines.find((each) => each.participantId === participantId && each.sessionId === sessionId)
    if (!line)
      throw new Conflict('A session that you chose has begun, or somebody has left the group since. Look at it again.')
    // Pressed twice, or cancelled in another tab: it is cancelled once.
    return line.cancelledAt === null ? [line] : []
  })

/** What was shown holds until the moment of confirming: a dearer outcome is shown again before anything is done. */
export const requireAsShown = (notices: readonly Notice[], shown: readonly Shown[]): void => {
  if (isDearerThanShown(notices, shown))
    throw new Conflict(
      'The time for cancelling free of charge has passed since you opened the page. Look at what cancelling means now, then decide again.',
    )
}

const particularsOf = ({ proposal, sequence }: Notice, { excuse }: Said) => ({
  late: proposal.kind === 'late',
  sequence,
  pence: penceOf(proposal),
  ...(proposal.kind === 'late' && proposal.claimed !== null ? { claimed: true } : {}),
  ...(excuse.substitute === null ? {} : { substitute: true }),
})

/** Notes notice of one session and proposes what the policy that was agreed to asks for; nothing where notice stands already. */
export const keepNotice = async (
  tx: Transaction,
  context: Context,
  notice: Notice,
  said: Said,
): Promise<readonly Notice[]> => {
  const { who, proposal, sessionId } = notice
  const isNamed = who.policy?.exemptReasons.includes(said.excuse.exemptReason ?? '') ?? false
  const id = await insertCancellation(tx, {
    sessionId,
    participantId: who.id,
    sequence: notice.sequence,
    freeUntil: proposal.freeUntil,
    reason: said.reason,
    // What the policy that was agreed to does not name excuses nothing, so it is not kept.
    exemptReason: isNamed ? said.excuse.exemptReason : null,
    substitute: who.policy?.substituteAllowed === false ? null : said.excuse.substitute,
    now: context.now,
  })
  if (id === null) return []
  await record(tx, context, {
    name: 'session.cancelled-by-participant',
    subject: { type: 'session', id: sessionId },
    also: [
      { type: 'participant', id: who.id },
      { type: 'place', id: who.placeId },
    ],
    particulars: particularsOf(notice, said),
    ...(said.reason ? { personal: { reason: said.reason } } : {}),
  })
  if (proposal.kind === 'late' && who.policy) {
    await proposeCharge(tx, context, who, {
      cause: 'late_cancellation',
      policy: who.policy,
      session: { ...notice, id: sessionId },
      freeUntil: proposal.freeUntil,
      noticeGivenAt: context.now,
      markId: null,
      ...(proposal.claimed === null ? {} : { claimed: proposal.claimed }),
    })
  }
  return [notice]
}

// One mail to each person, however many sessions it is about (domain rule 8).
const tellOfNotices = async (tx: Transaction, context: Context, kept: readonly Notice[]): Promise<void> => {
  for (const [participantId, notices] of Map.groupBy(kept, (notice) => notice.participantId)) {
    const [first] = notices
    if (!first || first.who.address === null) continue
    const letter = cancelledLetter({
      ...first.who,
      sessions: notices.map(({ startsAt }) => startsAt),
      proposed: totalOf(notices.map(({ proposal }) => proposal)),
    })
    const to = { address: first.who.address, personId: first.who.personId }
    await post(tx, context, to, letter, `cancellation:${first.sessionId}:${participantId}:${context.now}`)
  }
}
