import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { interestById } from '../../interest/index.ts'
import { personIdOf } from '../../people/index.ts'
import { mayWriteNotes } from '../policy.ts'
import { notesOf } from '../queries.ts'
import { insertNote, lockRequest } from '../store.ts'

/** Notes something beside a request, for the staff of its hub alone; the same note sent twice is one. */
export const writeNote = (context: Context, input: { interestId: string; body: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    found(await lockRequest(tx, input.interestId))
    const interest = found(await interestById(tx, input.interestId))
    if (!mayWriteNotes(context.actor, interest.hub.id)) throw new Forbidden('Only staff of the hub write notes')
    const body = input.body.trim()
    if (body === '') throw new Refused('Write the note first.')
    const by = personIdOf(context.actor)
    const [last] = await notesOf(tx, interest.id)
    if (last?.body === body && last.by?.id === by) return
    const id = await insertNote(tx, { interestId: interest.id, body, by, now: context.now })
    await record(tx, context, {
      name: 'note.written',
      subject: { type: 'interest', id: interest.id },
      particulars: { noteId: id },
    })
  })
