import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { lockGroup } from '../../groups/index.ts'
import { offerPlaceTo } from '../../place-offers/index.ts'
import { faultsAsPublished, faultsOf } from '../../placement-check/index.ts'
import { byPriority, claimOf, type Instance } from '../../placement-solving/index.ts'
import { pinsOf } from '../kept-queries.ts'
import { isOpening } from '../opening.ts'
import { whatToPlace } from '../queries.ts'
import { proposalsOf } from '../run-queries.ts'
import { type LockedRun, setRun } from '../store.ts'
import { proposedRun, subjectsOf } from './change-proposal.ts'
import { openGroups } from './open-groups.ts'

export type Accepted = {
  readonly offered: number
  readonly refused: readonly { readonly interestId: string; readonly why: string }[]
}

type Placed = { readonly interestId: string; readonly groupId: string }

const changedSince = (sentence: string): Refused =>
  new Refused(`The groups have changed since this was proposed: ${sentence} Change the proposal, or ask for a new one.`)

/** The proposal held against today’s facts and every limit, by the checker; the instance as it is now. */
const checked = async (tx: Transaction, run: LockedRun, placed: readonly Placed[]): Promise<Instance> => {
  const { offerIds, asked } = run
  const { instance } = await whatToPlace(tx, { offerIds, asked, pins: await pinsOf(tx, run.id), before: null })
  const asking = new Set(instance.applicants.map(({ id }) => id))
  const still = new Map(
    placed.flatMap(({ interestId, groupId }) => (asking.has(interestId) ? [[interestId, groupId]] : [])),
  )
  const [fault] = faultsOf(claimOf(instance, still))
  if (fault) throw changedSince(fault.sentence)
  return instance
}

/**
 * Makes the groups that the proposal opens and offers every place of the proposal at once, until one deadline. What has changed in the meantime is named and left as it is.
 * The checker looks twice, in this transaction: before at what is proposed, and after at what then stands in the database.
 */
export const acceptPlacement = (
  context: Context,
  input: { runId: string; respondBy: Temporal.Instant },
): Promise<Accepted> =>
  transaction(context, async (tx, context) => {
    const run = await proposedRun(tx, context, input.runId)
    const placed = (await proposalsOf(tx, run.id)).flatMap(({ interestId, groupId }) =>
      groupId ? [{ interestId, groupId }] : [],
    )
    if (placed.length === 0) throw new Refused('Nobody is placed in this proposal.')
    // All groups first and in one order, so that two hubs that accept at once never wait for each other in a ring.
    const there = placed.map(({ groupId }) => groupId).filter((groupId) => !isOpening(groupId))
    for (const groupId of [...new Set(there)].sort()) await lockGroup(tx, groupId)
    const instance = await checked(tx, run, placed)
    const order = new Map(instance.applicants.toSorted(byPriority).map((applicant, at) => [applicant.id, at]))
    const inOrder = (await openGroups(tx, context, { run, instance, placed })).toSorted(
      (a, b) => (order.get(a.interestId) ?? placed.length) - (order.get(b.interestId) ?? placed.length),
    )
    const accepted = await offerAll(context, inOrder, input.respondBy)
    const [fault] = await faultsAsPublished(tx, {
      runId: run.id,
      mostMiles: run.asked.mostMiles,
      minutes: run.asked.measure === 'minutes' ? { most: run.asked.mostMinutes } : null,
      opening: run.asked.opening,
      allowances: run.asked.allowances ?? [],
    })
    if (fault) throw changedSince(fault)
    await setRun(tx, run.id, { status: 'accepted', finishedAt: context.now, summary: { ...run.summary, ...accepted } })
    await record(tx, context, {
      name: 'placement.accepted',
      ...subjectsOf(run),
      particulars: {
        offered: accepted.offered,
        refused: accepted.refused.map((each) => each.interestId),
        respondBy: input.respondBy.toString(),
      },
    })
    return accepted
  })

const offerAll = async (
  context: Context,
  placed: readonly Placed[],
  respondBy: Temporal.Instant,
): Promise<Accepted> => {
  const refused: { interestId: string; why: string }[] = []
  for (const each of placed) {
    try {
      await offerPlaceTo(context, { ...each, respondBy, by: 'placement' })
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      refused.push({ interestId: each.interestId, why: problem.message })
    }
  }
  return { offered: placed.length - refused.length, refused }
}

/** Throws a proposal away; nobody was told of it. */
export const discardPlacement = (context: Context, runId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const run = await proposedRun(tx, context, runId)
    await setRun(tx, run.id, { status: 'discarded', finishedAt: context.now })
    await record(tx, context, { name: 'placement.discarded', ...subjectsOf(run) })
  })
