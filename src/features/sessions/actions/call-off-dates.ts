import { calendarText } from '../../../platform/calendar.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { lockGroup } from '../../groups/index.ts'
import { calendarEntry } from '../emails/calendar.ts'
import { calledOffLetter } from '../emails/called-off.email.ts'
import { sessionsOfGroup } from '../queries.ts'
import type { Session } from '../session.ts'
import { keepTold } from '../store.ts'
import { sequenceFor } from '../telling.ts'
import {
  addresseeOf,
  invitationsOfGroup,
  type Leaver,
  senderOfGroup,
  sessionsToCallOff,
  takesPartIn,
} from '../telling-queries.ts'

/**
 * Takes a group's coming dates out of the calendar of somebody who has left it, or comes to them no more, in one mail (domain rule 8).
 * Whoever was never told, or was released already, hears nothing.
 */
export const callOffDates = (context: Context, leaver: Leaver): Promise<{ dates: number }> =>
  transaction(context, async (tx, context) => {
    await lockGroup(tx, leaver.groupId)
    const ids = await sessionsToCallOff(tx, leaver, context.today)
    const sessions = (await sessionsOfGroup(tx, leaver.groupId)).filter(({ id }) => ids.includes(id))
    if (sessions.length === 0) return { dates: 0 }
    const { personId } = leaver
    const before = (await invitationsOfGroup(tx, leaver.groupId)).filter((each) => each.personId === personId)
    const sequenceOf = (session: Session) =>
      sequenceFor(session, before.find(({ sessionId }) => sessionId === session.id) ?? null)
    const told = sessions.map((session) => ({
      sessionId: session.id,
      personId,
      sequence: session.sequence,
      method: 'CANCEL' as const,
      sentSequence: sequenceOf(session),
    }))
    const [sender, addressee] = [await senderOfGroup(tx, leaver.groupId), await addresseeOf(tx, personId)]
    const address = addressee?.address ?? null
    if (addressee && address) {
      const organiser = sender.hubEmail ? { name: sender.hubName, address: sender.hubEmail } : null
      const file = { method: 'CANCEL' as const, name: sender.groupName, madeAt: context.now, organiser }
      const invitations = sessions.flatMap((session) => {
        const entry = calendarEntry({ ...sender, session, calledOff: true, sequence: sequenceOf(session) })
        if (!entry) return []
        const attendee = { name: addressee.name, address }
        return [{ method: 'CANCEL' as const, text: calendarText({ ...file, attendee, entries: [entry] }) }]
      })
      const takesPart = await takesPartIn(tx, leaver)
      const letter = calledOffLetter({ ...sender, name: addressee.name, takesPart, sessions, invitations })
      const key = `called-off:${personId}:${context.now}:${told.map(({ sessionId, sentSequence }) => `${sessionId}@${sentSequence}`).join(',')}`
      await post(tx, context, { address, personId }, letter, key)
    }
    await keepTold(tx, told, context.now)
    await record(tx, context, {
      name: 'sessions.called-off',
      subject: { type: 'group', id: leaver.groupId },
      also: [{ type: 'person', id: personId }],
      particulars: { dates: sessions.length },
    })
    return { dates: sessions.length }
  })
