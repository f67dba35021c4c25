import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { keysGivenUp } from '../../../platform/jobs.ts'
import { explanationKey, mostTries } from '../change.ts'
import { explanationsUnderWay } from '../queries.ts'
import { failExplanation } from '../store.ts'

/** Says so of each explanation that nothing works on any more: its job failed as often as it is tried, or is lost. */
export const giveUpExplanations = async (context: Context): Promise<void> => {
  const waiting = await explanationsUnderWay(context.db)
  if (waiting.length === 0) return
  const lost = await keysGivenUp(context.db, waiting.map(explanationKey), mostTries)
  for (const of of waiting.filter((each) => lost.has(explanationKey(each))))
    await transaction(context, async (tx, context) => {
      if (!(await failExplanation(tx, { ...of, now: context.now }))) return
      await record(tx, context, {
        name: 'placement.explanation-failed',
        subject: { type: 'placement', id: of.runId },
        particulars: { interestId: of.interestId },
      })
    })
}
