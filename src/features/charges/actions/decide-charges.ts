import { type Context, holdingMail, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { attempt } from '../../../platform/database/savepoint.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { withdrawHeld } from '../../../platform/mail/index.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { enter, entriesOf } from '../../ledger/index.ts'
import { isAtHub, personIdOf } from '../../people/index.ts'
import { type ChargeDecision, isUndoable, minutesToUndo } from '../charge-act.ts'
import type { ChargeSeen } from '../charge-queries.ts'
import { actOfHub, anotherStands, chargesOfAct } from '../deciding-queries.ts'
import { insertChargeAct, lockChargeAct, setChargeActUndone, setChargeStatus } from '../store.ts'
import { lockedInSight, moveCharge } from './move-charge.ts'

type Deciding = {
  readonly hubId: string
  readonly chargeIds: readonly string[]
  readonly decision: ChargeDecision
  readonly reason: string | null
}

/** Confirms or waives several charges at once, as they were shown: what cannot be is left out. It can be undone for ten minutes; the mail waits as long. */
export const decideCharges = (context: Context, input: Deciding): Promise<{ actId: string; done: number }> =>
  transaction(context, async (tx, context) => {
    found(isAtHub(context.actor, input.hubId) ? input : null)
    const [id, until] = [newId(), context.now.add({ minutes: minutesToUndo })]
    const done: string[] = []
    // Always in one order, so that two who decide at once wait for each other and never for ever.
    for (const chargeId of [...new Set(input.chargeIds)].toSorted()) {
      const held = holdingMail(context, { act: id, about: chargeId, until })
      if (await decided(tx, held, { ...input, chargeId })) done.push(chargeId)
    }
    if (done.length === 0)
      throw new Refused('None of these charges can be decided so any more. Look at the list again.')
    const by = personIdOf(context.actor) ?? ''
    await insertChargeAct(tx, { ...input, id, chargeIds: done, by, now: context.now, until })
    await record(tx, context, {
      name: 'charge-act.carried-out',
      subject: { type: 'charge-act', id },
      also: [{ type: 'hub', id: input.hubId }],
      particulars: { decision: input.decision, done: done.length, leftOut: input.chargeIds.length - done.length },
    })
    return { actId: id, done: done.length }
  })

const decided = async (
  tx: Transaction,
  context: Context,
  { hubId, chargeId, decision, reason }: Deciding & { readonly chargeId: string },
): Promise<boolean> => {
  try {
    await attempt(tx, async () => {
      const charge = await lockedInSight(tx, context, chargeId)
      if (charge.hub_id !== hubId || charge.status !== 'proposed') throw new Refused('This charge has been decided.')
      await moveCharge(context, { chargeId, to: decision, reason })
    })
    return true
  } catch (problem) {
    if (problem instanceof Refused) return false
    throw problem
  }
}

/** Undoes a decision about several charges within its ten minutes: each is proposed as before, unless something has happened to it since. */
export const undoDecision = (context: Context, input: { hubId: string; actId: string }): Promise<{ undone: number }> =>
  transaction(context, async (tx, context) => {
    found(isAtHub(context.actor, input.hubId) ? input : null)
    await lockChargeAct(tx, input.actId)
    const act = found(await actOfHub(tx, input.hubId, input.actId))
    if (act.undoneAt !== null) return { undone: 0 }
    if (!isUndoable(act, context.now))
      throw new Refused(
        'The ten minutes are over and the mail is on its way. Decide about each charge on its own page.',
      )
    const rows = await chargesOfAct(tx, act.id)
    let undone = 0
    for (const { id } of rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
      undone += (await undo(tx, context, { actId: act.id, chargeId: id, decision: act.decision })) ? 1 : 0
    await setChargeActUndone(tx, act.id, { by: personIdOf(context.actor) ?? '', now: context.now })
    await record(tx, context, {
      name: 'charge-act.undone',
      subject: { type: 'charge-act', id: act.id },
      also: [{ type: 'hub', id: act.hubId }],
      particulars: { undone, notUndone: rows.length - undone },
    })
    return { undone }
  })

const undo = async (
  tx: Transaction,
  context: Context,
  { actId, chargeId, decision }: { actId: string; chargeId: string; decision: ChargeDecision },
): Promise<boolean> => {
  const charge = await lockedInSight(tx, context, chargeId)
  if (charge.status !== decision || !(await isUntouched(tx, charge, decision))) return false
  if (!(await withdrawHeld(tx, actId, [chargeId])))
    throw new Forbidden('Mail of this decision is on its way already. Decide about each charge on its own page.')
  if (decision === 'confirmed')
    await enter(context, { about: { chargeId }, kind: 'undone', pence: charge.amount_pence })
  await setChargeStatus(tx, chargeId, { status: 'proposed', reason: null, by: null, now: null })
  await record(tx, context, {
    name: 'charge.decision-undone',
    subject: { type: 'charge', id: chargeId },
    also: [{ type: 'place', id: charge.place_id }],
    particulars: { from: decision },
  })
  return true
}

// What was paid or stands on a statement since is not taken out from under it; after a waiver another charge may stand.
const isUntouched = async (tx: Transaction, charge: ChargeSeen, decision: ChargeDecision): Promise<boolean> => {
  const last = (await entriesOf(tx, { chargeId: charge.id })).at(-1)
  if (decision === 'waived') return !(await anotherStands(tx, charge))
  return last?.kind === 'charged' && last.statementId === null
}
