import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import type { Pence } from '../../../vocabulary/money.ts'
import { lockGroup } from '../../groups/index.ts'
import { offerFreedPlace, withdrawInterest } from '../../place-offers/index.ts'
import { endPlace } from '../../places/index.ts'
import { type Excuse, isDearerThanShown, noExcuse, type Proposal, totalOf, withOneCharge } from '../cancellation.ts'
import { cancelledLetter, placeGivenUpLetter } from '../emails/cancelled.email.ts'
import { type ComingSession, comingSessions, isTakingPart, type Participation, participationById } from '../queries.ts'
import { insertCancellation, lockSessions } from '../store.ts'
import { proposalAt } from '../terms.ts'
import { proposeCharge } from './propose-charge.ts'

export type Cancelled = { readonly proposed: Pence }
type Notice = {
  readonly who: Participation
  readonly session: ComingSession
  readonly proposal: Proposal
  readonly reason: string | null
  readonly excuse: Excuse
}

/** The participant whose personal link this is; only somebody who takes part gives notice. */
const participantOfLink = async (tx: Transaction, context: Context): Promise<Participation> => {
  const id = context.actor.kind === 'link' && context.actor.purpose === 'cancel' ? context.actor.subjectId : null
  const who = found(id === null ? null : await participationById(tx, id))
  if (!isTakingPart(who)) throw new Refused('You take part in this group no longer, so there is nothing to cancel.')
  return who
}

// What was shown holds until the moment of confirming: a dearer outcome is shown again before anything is done.
const requireAsShown = (proposals: readonly Proposal[], shownPence: Pence): void => {
  if (isDearerThanShown(proposals, shownPence)) {
    throw new Conflict(
      'The time for cancelling free of charge has passed since you opened the page. Open it again to see what cancelling means now.',
    )
  }
}

const keepNotice = async (
  tx: Transaction,
  context: Context,
  { who, session, proposal, reason, excuse }: Notice,
): Promise<boolean> => {
  const given = {
    sessionId: session.id,
    participantId: who.id,
    sequence: session.sequence,
    freeUntil: proposal.freeUntil,
    reason,
    // What the policy that was agreed to does not name excuses nothing, so it is not kept.
    exemptReason: proposal.kind === 'free' && proposal.because === 'exempt' ? excuse.exemptReason : null,
    substitute: excuse.substitute && who.policy?.substituteAllowed !== false,
    now: context.now,
  }
  if (!(await insertCancellation(tx, given))) return false
  await record(tx, context, {
    name: 'session.cancelled-by-participant',
    subject: { type: 'session', id: session.id },
    also: [
      { type: 'participant', id: who.id },
      { type: 'place', id: who.placeId },
    ],
    particulars: {
      late: proposal.kind === 'late',
      sequence: session.sequence,
      ...(proposal.kind === 'free' && proposal.because === 'exempt' ? { exempt: true } : {}),
      ...(given.substitute ? { substitute: true } : {}),
    },
    ...(reason ? { personal: { reason } } : {}),
  })
  if (proposal.kind === 'late' && who.policy) {
    await proposeCharge(tx, context, who, {
      cause: 'late_cancellation',
      policy: who.policy,
      session,
      freeUntil: proposal.freeUntil,
      noticeGivenAt: context.now,
      markId: null,
    })
  }
  return true
}

/** Gives notice not to come to one session. The mark stays open; a charge is proposed if the policy that was agreed to says so. */
export const giveNotice = (
  context: Context,
  input: { sessionId: string; reason: string | null; shownPence: Pence; excuse?: Excuse },
): Promise<Cancelled> =>
  transaction(context, async (tx, context) => {
    await lockSessions(tx, [input.sessionId])
    const who = await participantOfLink(tx, context)
    const session = found((await comingSessions(tx, who, context.now)).find(({ id }) => id === input.sessionId))
    const excuse = input.excuse ?? noExcuse
    const proposal = proposalAt(who.policy, session, context.now, excuse)
    requireAsShown([proposal], input.shownPence)
    const proposed = totalOf([proposal])
    const isNew = await keepNotice(tx, context, { who, session, proposal, reason: input.reason, excuse })
    if (isNew && who.address !== null) {
      const letter = cancelledLetter({ ...who, startsAt: session.startsAt, proposed })
      await post(
        tx,
        context,
        { address: who.address, personId: who.personId },
        letter,
        `cancellation:${session.id}:${who.id}`,
      )
    }
    return { proposed }
  })

/** Gives up a school's place for all further sessions: notice for each of them, then the place is given back or left. */
export const giveUpPlace = (
  context: Context,
  input: { reason: string | null; shownPence: Pence; exemptReason?: string | null },
): Promise<Cancelled> =>
  transaction(context, async (tx, context) => {
    const before = await participantOfLink(tx, context)
    if (before.part !== 'lead')
      throw new Refused('Only the lead participant of your school gives up its place. You can cancel single sessions.')
    await lockGroup(tx, before.groupId)
    const who = await participantOfLink(tx, context)
    const sessions = (await comingSessions(tx, who, context.now)).filter(({ cancelledAt }) => cancelledAt === null)
    // Nobody comes in the place of a school that has left.
    const excuse: Excuse = { exemptReason: input.exemptReason ?? null, substitute: false }
    const notices = withOneCharge(
      who.policy,
      sessions.map((session) => ({ session, proposal: proposalAt(who.policy, session, context.now, excuse) })),
    )
    const proposals = notices.map(({ proposal }) => proposal)
    requireAsShown(proposals, input.shownPence)
    for (const notice of notices) await keepNotice(tx, context, { ...notice, who, reason: input.reason, excuse })
    await record(tx, context, {
      name: 'place.given-up',
      subject: { type: 'place', id: who.placeId },
      also: [
        { type: 'group', id: who.groupId },
        { type: 'organisation', id: who.organisationId },
      ],
      particulars: { sessions: sessions.length, by: who.id },
      ...(input.reason ? { personal: { reason: input.reason } } : {}),
    })
    await endWithInterest(context, who, input.reason)
    const proposed = totalOf(proposals)
    // Where the place came from a request, the mail about its withdrawal says the rest.
    if (who.address !== null && (proposed > 0 || who.interestId === null)) {
      const letter = placeGivenUpLetter({ ...who, sessions: sessions.length, proposed })
      await post(tx, context, { address: who.address, personId: who.personId }, letter, `place-given-up:${who.placeId}`)
    }
    return { proposed }
  })

// The link lets its holder give up this one place; the rooms of interest and places do the rest on their word, the next in line included.
const endWithInterest = async (outer: Context, who: Participation, reason: string | null): Promise<void> => {
  const context = actingAs(outer, { kind: 'system', task: 'give-up-place' })
  if (who.interestId !== null) return withdrawInterest(context, { interestId: who.interestId, reason })
  await endPlace(context, who.placeId, reason ?? 'Given up by the school')
  await offerFreedPlace(context, who.groupId)
}
