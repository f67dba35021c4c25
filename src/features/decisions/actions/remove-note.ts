import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { interestById } from '../../interest/index.ts'
import { mayRemoveNote } from '../policy.ts'
import { notesOf } from '../queries.ts'
import { deleteNote, lockRequest } from '../store.ts'

/** A note that is wrong, or no longer wanted, goes: its words are kept nowhere. Gone already is gone. */
export const removeNote = (context: Context, input: { interestId: string; noteId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    found(await lockRequest(tx, input.interestId))
    const interest = found(await interestById(tx, input.interestId))
    const note = (await notesOf(tx, interest.id)).find(({ id }) => id === input.noteId)
    if (!note) return
    if (!mayRemoveNote(context.actor, { hubId: interest.hub.id, byPersonId: note.by?.id ?? null }))
      throw new Forbidden('A note is removed by whoever wrote it, or by a lead of the hub')
    await deleteNote(tx, { id: note.id, interestId: interest.id })
    await record(tx, context, {
      name: 'note.removed',
      subject: { type: 'interest', id: interest.id },
      particulars: { noteId: note.id },
    })
  })
