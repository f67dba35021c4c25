import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { holdingOn, mayBeginOn, type Stated, type Statement } from '../controller.ts'
import { mayStateController } from '../policy.ts'
import { networkId, statementsOf } from '../queries.ts'
import { endFrom, insertStatement, lockStatements } from '../store.ts'

type Stating = {
  readonly hubId: string | null
  /** The latest statement as whoever states anew saw it, so that a colleague's meanwhile is noticed. */
  readonly seen: string | null
}

const current = async (tx: Transaction, context: Context, { hubId, seen }: Stating): Promise<readonly Statement[]> => {
  if (!mayStateController(context.actor, hubId)) throw new Forbidden('Not theirs to state')
  await lockStatements(tx, hubId)
  const all = await statementsOf(tx, hubId)
  if ((all[0]?.id ?? null) !== seen)
    throw new Conflict('A colleague changed this after you opened the page. Open it again and make your change there.')
  return all
}

const subjectOf = async (tx: Transaction, hubId: string | null) =>
  hubId === null ? { type: 'network', id: await networkId(tx) } : { type: 'hub', id: hubId }

/** States who answers for personal data from a day on, in the network or at a hub; what held before stays readable. */
export const stateController = (
  context: Context,
  { stated, ...stating }: Stating & { stated: Stated },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const all = await current(tx, context, stating)
    if (!mayBeginOn(all, stated.from, context.today))
      throw new Refused('What held in the past stays as it was stated. Choose today or a later day.')
    await endFrom(tx, stating.hubId, stated.from)
    await insertStatement(tx, stating.hubId, stated)
    await record(tx, context, {
      name: 'controller.stated',
      subject: await subjectOf(tx, stating.hubId),
      particulars: { from: stated.from.toString(), controller: stated.controller, processor: stated.processor },
    })
  })

/** From today a hub says nothing of its own: what the network states holds there as well. */
export const leaveToNetwork = (context: Context, stating: Stating & { hubId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const all = await current(tx, context, stating)
    if (all.every(({ to }) => to !== null) && holdingOn(all, context.today) === null) return
    await endFrom(tx, stating.hubId, context.today)
    await record(tx, context, { name: 'controller.left-to-network', subject: await subjectOf(tx, stating.hubId) })
  })
