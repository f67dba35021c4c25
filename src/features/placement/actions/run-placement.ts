import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { figuresOf, fullGroups, type Result, resultsOf, withOneMore } from '../propose.ts'
import { type ToPlace, whatToPlace } from '../queries.ts'
import { isUnderWay, type OneMore, type RunSummary } from '../run.ts'
import { bestPlacement, NoPlacement, type Solved } from '../solver/solve.ts'
import { keepProposals, lockRun, setRun } from '../store.ts'

const mostWhatIfs = 12
const mostApplicantsForWhatIf = 200

/** Works out the best placement outside any transaction and keeps it as a proposal; nothing is offered to anybody. Safe to run twice. */
export const runPlacement = async (context: Context, runId: string): Promise<void> => {
  const offerId = await begin(context, runId)
  if (offerId === null) return
  const toPlace = await whatToPlace(context.db, offerId)
  try {
    const solved = await bestPlacement(toPlace.instance)
    await propose(context, runId, { toPlace, solved, oneMore: await whatIf(toPlace, solved) })
  } catch (problem) {
    if (!(problem instanceof NoPlacement)) throw problem
    await fail(context, runId, problem.message)
  }
}

const begin = (context: Context, runId: string): Promise<string | null> =>
  transaction(context, async (tx) => {
    const run = await lockRun(tx, runId)
    if (!run || !isUnderWay(run.status)) return null
    await setRun(tx, runId, { status: 'running' })
    return run.offerId
  })

/** What one more place in each full group would change: the same question asked again with that place. */
const whatIf = async ({ instance }: ToPlace, solved: Solved): Promise<readonly OneMore[]> => {
  if (instance.applicants.length > mostApplicantsForWhatIf) return []
  const before = figuresOf(resultsOf(instance, solved.assignment))
  const changes: OneMore[] = []
  for (const groupId of fullGroups(instance, solved.assignment).slice(0, mostWhatIfs)) {
    const more = withOneMore(instance, groupId)
    const after = figuresOf(resultsOf(more, (await bestPlacement(more)).assignment))
    changes.push({
      groupId,
      placed: after.placed - before.placed,
      miles: Math.round((before.miles - after.miles) * 10) / 10,
    })
  }
  return changes
}

const propose = (
  context: Context,
  runId: string,
  { toPlace, solved, oneMore }: { toPlace: ToPlace; solved: Solved; oneMore: readonly OneMore[] },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const run = await lockRun(tx, runId)
    if (run?.status !== 'running') return
    const { instance, against } = toPlace
    const results = resultsOf(instance, solved.assignment)
    const refused: readonly Result[] = against.map((each) => ({
      interestId: each.id,
      groupId: null,
      miles: null,
      reason: 'A rule of who can take part is not met: decide on it by hand',
    }))
    await keepProposals(tx, runId, [...results, ...refused])
    const summary: RunSummary = {
      applicants: instance.applicants.length + against.length,
      groups: instance.groups.length,
      ...figuresOf(results),
      proved: solved.proved,
      oneMore,
    }
    await setRun(tx, runId, { status: 'proposed', finishedAt: context.now, summary })
    await record(tx, context, {
      name: 'placement.proposed',
      subject: { type: 'placement', id: runId },
      also: [{ type: 'offer', id: run.offerId }],
      particulars: { ...figuresOf(results), weight: solved.weight, proved: solved.proved },
    })
  })

const fail = (context: Context, runId: string, message: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const run = await lockRun(tx, runId)
    if (!run) return
    await setRun(tx, runId, { status: 'failed', message, finishedAt: context.now })
    await record(tx, context, {
      name: 'placement.failed',
      subject: { type: 'placement', id: runId },
      also: [{ type: 'offer', id: run.offerId }],
      particulars: { message },
    })
  })
