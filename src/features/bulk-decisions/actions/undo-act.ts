import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { attempt } from '../../../platform/database/savepoint.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { withdrawHeld } from '../../../platform/mail/index.ts'
import { withdrawHubMessage } from '../../hub-messages/index.ts'
import { mayDecideOnInterest } from '../../interest/index.ts'
import { askNoMore } from '../../passing-on/index.ts'
import { personIdOf } from '../../people/index.ts'
import { restoreInterest } from '../../place-offers/index.ts'
import { type BulkAct, type BulkActRow, type Deed, isUndoable, stoodBefore, whyNotUndoable } from '../bulk-act.ts'
import { actAtHub, rowsOfAct } from '../queries.ts'
import { changeAct, changeRow, lockAct } from '../store.ts'

/** Undoes an act within its ten minutes, before any of its mail has left: each request stands as before, unless something has happened to it since. */
export const undoAct = (context: Context, input: { hubId: string; actId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    await lockAct(tx, input.actId)
    const act = found(await actAtHub(tx, input.hubId, input.actId))
    if (!mayDecideOnInterest(context.actor, act.hubId)) throw new Forbidden('Only staff of the hub decide')
    if (act.status === 'undone') return
    if (!isUndoable(act, context.now))
      throw new Refused('The ten minutes are over and the mail is on its way. Change each request on its own page.')
    const { done, undone } = await undoRows(tx, context, act)
    await changeAct(tx, act.id, { status: 'undone', undone: { by: personIdOf(context.actor), at: context.now } })
    await record(tx, context, {
      name: 'bulk-act.undone',
      subject: { type: 'bulk-act', id: act.id },
      also: [{ type: 'hub', id: act.hubId }],
      particulars: { undone, notUndone: done - undone },
    })
  })

/** Undoes what it can, the last first, as one goes back. Requests are locked before their mail, as they are by whoever decides by hand. */
const undoRows = async (tx: Transaction, context: Context, act: BulkAct): Promise<{ done: number; undone: number }> => {
  const done = (await rowsOfAct(tx, act.id)).filter(({ outcome }) => outcome === 'done')
  const undone: string[] = []
  for (const row of done.toReversed()) if (await undoRow(tx, context, act, row)) undone.push(row.interestId)
  if (!(await withdrawHeld(tx, act.id, undone)))
    throw new Refused('Mail of this act is on its way already. Change each request on its own page.')
  return { done: done.length, undone: undone.length }
}

const undoRow = async (
  tx: Transaction,
  context: Context,
  { id: actId, deed }: BulkAct,
  row: BulkActRow,
): Promise<boolean> => {
  const { interestId } = row
  const why = await refusalOf(tx, () => goBack(context, found(deed), row))
  if (why === null) {
    await changeRow(tx, actId, { interestId, outcome: 'undone', why: null })
    return true
  }
  // Locked by now, it says what has become of it, also where that was decided at the very same moment.
  const now = (await rowsOfAct(tx, actId)).find((each) => each.interestId === interestId) ?? row
  await changeRow(tx, actId, { interestId, outcome: 'not_undone', why: whyNotUndoable(now, found(deed)) ?? why })
  return false
}

const goBack = (context: Context, deed: Deed, row: BulkActRow): Promise<void> => {
  const { interestId, doneEvent } = row
  if (deed.kind === 'message') {
    if (row.isMailTakenBack) throw new Refused('Its mail was taken back already.')
    return withdrawHubMessage(context, interestId)
  }
  if (deed.kind === 'pass_on') return askNoMore(context, interestId)
  return restoreInterest(context, { interestId, before: stoodBefore(found(row.before)), after: found(doneEvent) })
}

/** What is refused of some work, which is then taken back to where it began; null when it is done. */
const refusalOf = async (tx: Transaction, work: () => Promise<void>): Promise<string | null> => {
  try {
    await attempt(tx, work)
    return null
  } catch (problem) {
    if (problem instanceof Refused) return problem.message
    throw problem
  }
}
