import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayRunPlacement } from '../policy.ts'
import { isUnderWay } from '../run.ts'
import { lockRun, setRun } from '../store.ts'

/** Calls off a placement that is being worked out: the solver stops, and nothing is proposed. */
export const cancelPlacement = (context: Context, runId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const run = found(await lockRun(tx, runId))
    if (!mayRunPlacement(context.actor, run.hubId)) throw new Forbidden('Only staff of the hub call a placement off')
    if (!isUnderWay(run.status)) throw new Refused('This placement is worked out already.')
    await setRun(tx, run.id, { status: 'cancelled', finishedAt: context.now })
    await record(tx, context, {
      name: 'placement.cancelled',
      subject: { type: 'placement', id: run.id },
      also: run.offerIds.map((id) => ({ type: 'offer', id })),
    })
  })
