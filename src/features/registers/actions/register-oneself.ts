import { type Context, transaction } from '../../../platform/context.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { lockGroup } from '../../groups/index.ts'
import { isAttendance, type MarkName } from '../mark.ts'
import { mayMarkOneself } from '../policy.ts'
import { marksOfSession, participantsOf, takingPartAt } from '../queries.ts'
import { reasonAgainstRegister } from '../register.ts'
import { lockSession } from '../store.ts'
import { noteWalkIns } from './note-walk-ins.ts'
import { receiveMarks } from './receive-marks.ts'
import { noteTaken } from './take-register.ts'

export type OnesOwn = {
  readonly groupId: string
  readonly sessionId: string
  readonly mark: MarkName
  /** Which participant they are; or the name and school they said, for the lead to recognise. */
  readonly who:
    | { readonly participantId: string }
    | { readonly id: string; readonly name: string; readonly school: string }
}

/** Somebody who is at a session says so themselves: a participant is marked, anybody else is noted for the lead to recognise. */
export const registerOneself = (context: Context, input: OnesOwn): Promise<'marked' | 'noted'> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    const session = found(await lockSession(tx, input.sessionId, input.groupId))
    const against = reasonAgainstRegister(session, group.status, context.now)
    if (against !== null || session.onDate === null) throw new Refused(against ?? '')
    const made = { origin: 'self' as const, at: context.now }
    const { who } = input
    if ('name' in who) {
      await noteWalkIns(tx, context, session, [{ ...who, made }])
      return 'noted'
    }
    const one = found((await participantsOf(tx, input.groupId)).find(({ id }) => id === who.participantId))
    found(mayMarkOneself(context.actor, one) ? one : null)
    const expected = await takingPartAt(tx, { ...session, onDate: session.onDate })
    if (!expected.some(({ id }) => id === one.id))
      throw new Refused('You are not on the list of this session. Say your name and school instead.')
    const own = (await marksOfSession(tx, session.id)).filter((each) => each.participant_id === one.id)
    // Whoever is known to be here says nothing new; late and online are the lead's to tell.
    if (own.some((each) => each.standing && isAttendance(each.mark))) return 'marked'
    const mark = { id: newId(), participantId: one.id, mark: input.mark, minutes: null, seen: [], made }
    const taken = await receiveMarks(tx, context, { sessionId: session.id, isClosed: false }, [mark])
    await noteTaken(tx, context, session, taken)
    await record(tx, context, {
      name: 'mark.made-oneself',
      subject: { type: 'session', id: session.id },
      also: [{ type: 'participant', id: one.id }],
      particulars: { mark: input.mark },
    })
    return 'marked'
  })
