import { type Context, transaction } from '../../../platform/context.ts'
import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { comingSessions, isTakingPart, participationById } from '../queries.ts'
import { agreeToSession, lockSessions } from '../store.ts'

/** Agrees to the date of a moved session that was shown, `sequence` telling which; from then on the policy's notice counts again (domain rule 12). */
export const agreeToMovedSession = (context: Context, input: { sessionId: string; sequence: number }): Promise<void> =>
  transaction(context, async (tx, context) => {
    await lockSessions(tx, [input.sessionId])
    const id = context.actor.kind === 'link' && context.actor.purpose === 'cancel' ? context.actor.subjectId : null
    const who = found(id === null ? null : await participationById(tx, id))
    if (!isTakingPart(who)) throw new Refused('You take part in this group no longer, so there is nothing to agree to.')
    const session = found((await comingSessions(tx, who, context.now)).find((one) => one.id === input.sessionId))
    if (session.sequence !== input.sequence)
      throw new Conflict('The hub has moved this session again. Open your dates to see when it is now.')
    await agreeToSession(tx, {
      sessionId: session.id,
      participantId: who.id,
      sequence: session.sequence,
      now: context.now,
    })
    await record(tx, context, {
      name: 'session.agreed-to',
      subject: { type: 'session', id: session.id },
      also: [{ type: 'participant', id: who.id }],
      particulars: { sequence: session.sequence },
    })
  })
