import { type Context, transaction } from '../../../platform/context.ts'
import { Conflict, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { lockGroup } from '../../groups/index.ts'
import { isConflict } from '../mark.ts'
import { groupWorkedOn, marksOfSession } from '../queries.ts'
import { insertMark, lockSession, settleMarks } from '../store.ts'

/** Settles marks that differ: one of them is chosen, with a reason; all of them stay in the history. */
export const settleConflict = (
  context: Context,
  input: { groupId: string; sessionId: string; participantId: string; chosenMarkId: string; reason: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    found(await groupWorkedOn(context, input.groupId))
    await lockGroup(tx, input.groupId)
    const session = found(await lockSession(tx, input.sessionId, input.groupId))
    const marks = await marksOfSession(tx, session.id)
    const standing = marks.filter((mark) => mark.standing && mark.participant_id === input.participantId)
    const chosen = standing.find((mark) => mark.id === input.chosenMarkId)
    if (!isConflict(standing) || !chosen)
      throw new Conflict('Somebody has settled this in the meantime. Open the register again.')
    const id = newId()
    const recordedBy = context.actor.kind === 'person' ? context.actor.personId : ''
    await insertMark(tx, {
      id,
      sessionId: session.id,
      participantId: input.participantId,
      mark: chosen.mark,
      minutes: chosen.minutes,
      recordedBy,
      now: context.now,
      replaces: null,
      settledReason: input.reason,
    })
    await settleMarks(
      tx,
      standing.map((mark) => mark.id),
      id,
    )
    await record(tx, context, {
      name: 'mark.settled',
      subject: { type: 'session', id: session.id },
      also: [{ type: 'participant', id: input.participantId }],
      particulars: { mark: chosen.mark, markId: id, settled: standing.map((mark) => mark.id) },
      personal: { reason: input.reason },
    })
    await enqueue(tx, 'register-taken', { sessionId: session.id }, { key: `register-taken:${session.id}` })
  })
