import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { inputsOf, mayRunPlacement, placedIn } from '../../placement/index.ts'
import { byPriority } from '../../placement-solving/index.ts'
import { explanationKey } from '../change.ts'
import { hubOfRun } from '../queries.ts'
import { insertExplanations, lockRunRow } from '../store.ts'

/** So many are explained at once at most, the first in order; the others when they are asked for by name. */
export const explainedAtOnce = 12

/** Asks what one change would place those whom a proposal leaves out: one named, or the first in order. Worked out in the background. */
export const askForExplanations = (context: Context, input: { runId: string; interestId?: string }): Promise<number> =>
  transaction(context, async (tx, context) => {
    const hubId = found(await hubOfRun(tx, input.runId))
    if (!mayRunPlacement(context.actor, hubId)) throw new Forbidden('Only staff of the hub ask about placements')
    const run = found((await lockRunRow(tx, input.runId)) ?? null)
    const inputs = await inputsOf(tx, input.runId)
    if (run.status !== 'proposed' || !inputs)
      throw new Refused('Only a proposal that nobody has decided on is explained.')
    const placed = await placedIn(tx, input.runId)
    const left = inputs.applicants.filter(({ id }) => !(id in placed)).toSorted(byPriority)
    const named = input.interestId ? left.filter(({ id }) => id === input.interestId) : left.slice(0, explainedAtOnce)
    const ids = await insertExplanations(
      tx,
      input.runId,
      named.map(({ id }) => id),
      context.now,
    )
    if (ids.length === 0) return 0
    await record(tx, context, {
      name: 'placement.explanation-asked',
      subject: { type: 'placement', id: input.runId },
      particulars: { asked: ids.length },
    })
    for (const interestId of ids)
      await enqueue(
        tx,
        'explain-unplaced',
        { runId: input.runId, interestId },
        { key: explanationKey({ runId: input.runId, interestId }) },
      )
    return ids.length
  })
