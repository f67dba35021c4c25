import { type Context, transaction } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { comingSessions, participationById } from '../queries.ts'
import { agreeToSession, lockSessions } from '../store.ts'

/** Agrees to the new date of a session that was moved; from then on the policy's notice counts again (domain rule 12). */
export const agreeToMovedSession = (context: Context, input: { sessionId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    await lockSessions(tx, [input.sessionId])
    const id = context.actor.kind === 'link' && context.actor.purpose === 'cancel' ? context.actor.subjectId : null
    const who = found(id === null ? null : await participationById(tx, id))
    const session = found((await comingSessions(tx, who, context.now)).find((one) => one.id === input.sessionId))
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
