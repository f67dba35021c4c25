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
import { type BulkAct, type BulkActRow, isUndoable, stoodBefore } from '../bulk-act.ts'
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
    const done = (await rowsOfAct(tx, act.id)).filter(({ outcome }) => outcome === 'done')
    let undone = 0
    // The last first, as one goes back.
    for (const row of done.toReversed()) undone += (await undoRow(tx, context, act, row)) ? 1 : 0
    await changeAct(tx, act.id, { status: 'undone', undone: { by: personIdOf(context.actor), at: context.now } })
    await record(tx, context, {
      name: 'bulk-act.undone',
      subject: { type: 'bulk-act', id: act.id },
      also: [{ type: 'hub', id: act.hubId }],
      particulars: { undone, notUndone: done.length - undone },
    })
  })

const undoRow = async (
  tx: Transaction,
  context: Context,
  { id: actId, deed }: BulkAct,
  row: BulkActRow,
): Promise<boolean> => {
  const { interestId, doneEvent } = row
  const before = stoodBefore(found(row.before))
  const goBack = () => {
    if (deed?.kind === 'message') return withdrawHubMessage(context, interestId)
    if (deed?.kind === 'pass_on') return askNoMore(context, interestId)
    return restoreInterest(context, { interestId, before, after: found(doneEvent) })
  }
  try {
    await attempt(tx, goBack)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    await changeRow(tx, actId, { interestId, outcome: 'not_undone', why: problem.message })
    return false
  }
  if (!(await withdrawHeld(tx, actId, interestId)))
    throw new Refused('Mail of this act is on its way already. Change each request on its own page.')
  await changeRow(tx, actId, { interestId, outcome: 'undone', why: null })
  return true
}
