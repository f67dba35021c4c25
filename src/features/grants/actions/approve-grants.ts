import { type Context, holdingMail, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { attempt } from '../../../platform/database/savepoint.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { withdrawHeld } from '../../../platform/mail/index.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { enter, entriesOf } from '../../ledger/index.ts'
import { isAtHub, personIdOf } from '../../people/index.ts'
import { grantActOfHub, grantIdsOfAct } from '../act-queries.ts'
import { isUndoable, minutesToUndo } from '../grant-act.ts'
import { mayMoveGrant } from '../policy.ts'
import { grantOfHub } from '../queries.ts'
import { insertGrantAct, lockGrant, lockGrantAct, setGrantActUndone, setGrantStatus } from '../store.ts'
import { moveGrant } from './move-grant.ts'

type Approving = { readonly hubId: string; readonly grantIds: readonly string[] }

const permit = (context: Context, hubId: string): void => {
  found(isAtHub(context.actor, hubId) ? hubId : null)
  if (!mayMoveGrant(context.actor, hubId, 'approved')) throw new Forbidden('Only a lead of the hub approves grants')
}

/** Approves several grants at once, as they were shown: what is not due any more is left out. It can be undone for ten minutes; the mail waits as long. */
export const approveGrants = (context: Context, input: Approving): Promise<{ actId: string; done: number }> =>
  transaction(context, async (tx, context) => {
    permit(context, input.hubId)
    const [id, until] = [newId(), context.now.add({ minutes: minutesToUndo })]
    const done: string[] = []
    // Always in one order, so that two who approve at once wait for each other and never for ever.
    for (const grantId of [...new Set(input.grantIds)].toSorted()) {
      const held = holdingMail(context, { act: id, about: grantId, until })
      if (await isApproved(tx, held, { hubId: input.hubId, grantId })) done.push(grantId)
    }
    if (done.length === 0) throw new Refused('None of these grants is due any more. Look at the list again.')
    const by = personIdOf(context.actor) ?? ''
    await insertGrantAct(tx, { id, hubId: input.hubId, grantIds: done, by, now: context.now, until })
    await record(tx, context, {
      name: 'grant-act.carried-out',
      subject: { type: 'grant-act', id },
      also: [{ type: 'hub', id: input.hubId }],
      particulars: { done: done.length, leftOut: input.grantIds.length - done.length },
    })
    return { actId: id, done: done.length }
  })

const isApproved = async (
  tx: Transaction,
  context: Context,
  { hubId, grantId }: { hubId: string; grantId: string },
): Promise<boolean> => {
  try {
    await attempt(tx, async () => {
      await lockGrant(tx, grantId)
      const grant = await grantOfHub(tx, hubId, grantId)
      if (grant?.status !== 'due') throw new Refused('This grant is not due.')
      await moveGrant(context, { grantId, to: 'approved', reason: null })
    })
    return true
  } catch (problem) {
    if (problem instanceof Refused) return false
    throw problem
  }
}

/** Undoes the approval of several grants within its ten minutes: each is due as before, unless something has happened to it since. */
export const undoApproval = (context: Context, input: { hubId: string; actId: string }): Promise<{ undone: number }> =>
  transaction(context, async (tx, context) => {
    permit(context, input.hubId)
    await lockGrantAct(tx, input.actId)
    const act = found(await grantActOfHub(tx, input.hubId, input.actId))
    if (act.undoneAt !== null) return { undone: 0 }
    if (!isUndoable(act, context.now))
      throw new Refused('The ten minutes are over and the mail is on its way. Decide about each grant on its own page.')
    const ids = await grantIdsOfAct(tx, act.id)
    let undone = 0
    for (const grantId of ids.toSorted())
      undone += (await undo(tx, context, { actId: act.id, hubId: act.hubId, grantId })) ? 1 : 0
    await setGrantActUndone(tx, act.id, { by: personIdOf(context.actor) ?? '', now: context.now })
    await record(tx, context, {
      name: 'grant-act.undone',
      subject: { type: 'grant-act', id: act.id },
      also: [{ type: 'hub', id: act.hubId }],
      particulars: { undone, notUndone: ids.length - undone },
    })
    return { undone }
  })

const undo = async (
  tx: Transaction,
  context: Context,
  { actId, hubId, grantId }: { actId: string; hubId: string; grantId: string },
): Promise<boolean> => {
  await lockGrant(tx, grantId)
  const grant = await grantOfHub(tx, hubId, grantId)
  const last = (await entriesOf(tx, { grantId })).at(-1)
  // What was paid or stands on a statement since is not taken out from under it.
  if (grant?.status !== 'approved' || last?.kind !== 'granted' || last.statementId !== null) return false
  if (!(await withdrawHeld(tx, actId, [grantId])))
    throw new Refused('Mail of this approval is on its way already. Decide about each grant on its own page.')
  await enter(context, { about: { grantId }, kind: 'approval_undone', pence: grant.pence })
  await setGrantStatus(tx, grantId, { status: 'due', reason: null, by: null, now: null })
  await record(tx, context, {
    name: 'grant.approval-undone',
    subject: { type: 'grant', id: grantId },
    also: [{ type: 'organisation', id: grant.organisationId }],
  })
  return true
}
