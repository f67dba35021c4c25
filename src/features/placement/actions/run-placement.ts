import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import {
  bestPlacement,
  CalledOff,
  figuresOf,
  firstCome,
  groupsLookedAt,
  type Instance,
  movesOf,
  NoPlacement,
  opensIn,
  type Progress,
  type Solved,
} from '../../placement-solving/index.ts'
import { pinsOf } from '../kept-queries.ts'
import { type Result, resultsOf } from '../propose.ts'
import { type Question, type ToPlace, whatToPlace } from '../queries.ts'
import { isUnderWay, type RunSummary } from '../run.ts'
import { isCalledOff, placedIn } from '../run-queries.ts'
import { keepProposals, lockRun, setProgress, setRun } from '../store.ts'

const lookEveryMilliseconds = 500

/** Works out the best placement outside any transaction and keeps it as a proposal; nothing is offered to anybody. Safe to run twice. */
export const runPlacement = async (context: Context, runId: string): Promise<void> => {
  const question = await begin(context, runId)
  if (question === null) return
  const toPlace = await whatToPlace(context.db, question)
  try {
    const solved = await watched(context, runId, toPlace.instance)
    await propose(context, runId, toPlace, solved)
  } catch (problem) {
    if (problem instanceof CalledOff) return
    if (!(problem instanceof NoPlacement)) throw problem
    await failRun(context, runId, problem.message)
  }
}

const begin = (context: Context, runId: string): Promise<Question | null> =>
  transaction(context, async (tx) => {
    const run = await lockRun(tx, runId)
    if (!run || !isUnderWay(run.status)) return null
    await setRun(tx, runId, { status: 'running' })
    return {
      offerIds: run.offerIds,
      asked: run.asked,
      pins: await pinsOf(tx, runId),
      before: run.basedOn === null ? null : await placedIn(tx, run.basedOn),
    }
  })

/** Solves while somebody may look on: how far it is is written down, and it stops when it is called off. Neither changes what it finds. */
const watched = async (context: Context, runId: string, instance: Instance): Promise<Solved> => {
  const calling = new AbortController()
  let latest: Progress | null = null
  const look = async (): Promise<void> => {
    const progress = latest
    latest = null
    if (progress) await transaction(context, (tx) => setProgress(tx, runId, progress))
    if (await isCalledOff(context.db, runId)) calling.abort()
  }
  let looking: Promise<void> = Promise.resolve()
  // What cannot be read or written now is tried again at the next look.
  const timer = setInterval(() => {
    looking = looking.then(look).catch(() => undefined)
  }, lookEveryMilliseconds)
  try {
    return await bestPlacement(instance, {
      signal: calling.signal,
      onProgress: (progress) => {
        latest = progress
      },
    })
  } finally {
    clearInterval(timer)
    await looking
  }
}

const summed = ({ instance, against }: ToPlace, solved: Solved): RunSummary => ({
  applicants: instance.applicants.length + against.length,
  groups: instance.groups.length,
  ...figuresOf(instance, solved.assignment),
  firstCome: figuresOf(instance, firstCome(instance)),
  moved: instance.rules.before ? movesOf(instance, solved.assignment) : null,
  proved: solved.proved,
  gap: solved.gap,
  groupsLookedAt: groupsLookedAt(instance),
  ...(instance.rules.opening > 0 ? { opened: opensIn(instance, solved.assignment).length } : {}),
})

const againstRule = (interestId: string): Result => ({
  interestId,
  groupId: null,
  miles: null,
  minutes: null,
  reason: 'A rule of who can take part is not met: decide on it by hand',
})

const propose = (context: Context, runId: string, toPlace: ToPlace, solved: Solved): Promise<void> =>
  transaction(context, async (tx, context) => {
    const run = await lockRun(tx, runId)
    if (run?.status !== 'running') return
    const { instance, against } = toPlace
    await keepProposals(tx, runId, [
      ...resultsOf(instance, solved.assignment),
      ...against.map(({ id }) => againstRule(id)),
    ])
    const summary = summed(toPlace, solved)
    await setRun(tx, runId, { status: 'proposed', finishedAt: context.now, summary, inputs: instance })
    await record(tx, context, {
      name: 'placement.proposed',
      subject: { type: 'placement', id: runId },
      also: run.offerIds.map((id) => ({ type: 'offer', id })),
      particulars: { ...figuresOf(instance, solved.assignment), weight: solved.weight, proved: solved.proved },
    })
  })

/** Ends a run that comes to no placement, with the reason; nothing when it has ended already. */
export const failRun = (context: Context, runId: string, message: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const run = await lockRun(tx, runId)
    if (!run || !isUnderWay(run.status)) return
    await setRun(tx, runId, { status: 'failed', message, finishedAt: context.now })
    await record(tx, context, {
      name: 'placement.failed',
      subject: { type: 'placement', id: runId },
      also: run.offerIds.map((id) => ({ type: 'offer', id })),
      particulars: { message },
    })
  })
