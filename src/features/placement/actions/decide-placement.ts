import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { lockGroup } from '../../groups/index.ts'
import { offerPlaceTo } from '../../place-offers/index.ts'
import { faultsAsPublished, faultsOf } from '../../placement-check/index.ts'
import { byPriority, claimOf, type Instance } from '../../placement-solving/index.ts'
import { publishedOf } from '../asked.ts'
import { fallingShort, type ShortChoices, TooFew, undecided } from '../falling-short.ts'
import { pinsOf } from '../kept-queries.ts'
import { isOpening } from '../opening.ts'
import { whatToPlace } from '../queries.ts'
import { proposalsOf } from '../run-queries.ts'
import { isAsSeen } from '../seen-queries.ts'
import { type LockedRun, setRun } from '../store.ts'
import { proposedRun, subjectsOf } from './change-proposal.ts'
import { openGroups } from './open-groups.ts'

export type Accepted = {
  readonly offered: number
  readonly refused: readonly { readonly interestId: string; readonly why: string }[]
}

export type Accepting = {
  readonly runId: string
  readonly respondBy: Temporal.Instant
  /** The mark of what was seen of the proposal: what has changed since is not accepted unseen. */
  readonly seen?: string
  /** What is done with groups that would stay under what they need. */
  readonly choices?: ShortChoices
}

type Placed = { readonly interestId: string; readonly groupId: string }

const changedSince = (sentence: string): Refused =>
  new Refused(`The groups have changed since this was proposed: ${sentence} Change the proposal, or ask for a new one.`)

/** The proposal held against today’s facts and every limit but the least that groups need, by the checker. */
const requireKept = (instance: Instance, going: readonly Placed[], leftOut: ReadonlySet<string>): void => {
  const asking = new Set(instance.applicants.map(({ id }) => id))
  const still = going.flatMap(({ interestId, groupId }) =>
    asking.has(interestId) ? [[interestId, groupId] as const] : [],
  )
  const fault = faultsOf(claimOf(instance, new Map(still))).find(
    ({ kind, schools }) => kind !== 'minimum' && !(kind === 'put' && schools.every((id) => leftOut.has(id))),
  )
  if (fault) throw changedSince(fault.sentence)
}

const wasLeftOut = 'Its group was left out, because it would have had too few to run.'

/**
 * Makes the groups that the proposal opens and offers every place of the proposal at once, until one deadline. What has changed in the
 * meantime is named and left as it is; a group that would then stay under what it needs is offered, or left out, as whoever accepts says.
 * The checker looks twice, in this transaction: before at what is proposed, and after at what then stands in the database.
 */
export const acceptPlacement = (context: Context, input: Accepting): Promise<Accepted> =>
  transaction(context, async (tx, context) => {
    const run = await proposedRun(tx, context, input.runId)
    const choices: ShortChoices = input.choices ?? new Map()
    const { placed, instance } = await lockedProposal(tx, run, input.seen)
    const going = placed.filter(({ groupId }) => choices.get(groupId) !== 'without')
    const leftOut = placed.filter(({ groupId }) => choices.get(groupId) === 'without')
    requireKept(instance, going, new Set(leftOut.map(({ interestId }) => interestId)))
    const order = new Map(instance.applicants.toSorted(byPriority).map((applicant, at) => [applicant.id, at]))
    const inOrder = (await openGroups(tx, context, { run, instance, placed: going })).toSorted(
      (a, b) => (order.get(a.interestId) ?? placed.length) - (order.get(b.interestId) ?? placed.length),
    )
    const offered = await offerAll(context, inOrder, input.respondBy)
    requireEnough(instance, going, offered, choices)
    const refused = [...offered.refused, ...leftOut.map(({ interestId }) => ({ interestId, why: wasLeftOut }))]
    const accepted = { offered: offered.offered, refused }
    const [fault] = await faultsAsPublished(tx, publishedOf(run, choices))
    if (fault) throw changedSince(fault)
    await setRun(tx, run.id, { status: 'accepted', finishedAt: context.now, summary: { ...run.summary, ...accepted } })
    await record(tx, context, {
      name: 'placement.accepted',
      ...subjectsOf(run),
      particulars: {
        offered: accepted.offered,
        refused: accepted.refused.map((each) => each.interestId),
        choices: Object.fromEntries(choices),
        respondBy: input.respondBy.toString(),
      },
    })
    return accepted
  })

/** Who is placed where, with the groups locked and all as it is now: as it was seen, or nothing is done. */
const lockedProposal = async (tx: Transaction, run: LockedRun, seen: string | undefined) => {
  const placed = (await proposalsOf(tx, run.id)).flatMap(({ interestId, groupId }) =>
    groupId ? [{ interestId, groupId }] : [],
  )
  if (placed.length === 0) throw new Refused('Nobody is placed in this proposal.')
  // All groups first and in one order, so that two hubs that accept at once never wait for each other in a ring.
  const there = placed.map(({ groupId }) => groupId).filter((groupId) => !isOpening(groupId))
  for (const groupId of [...new Set(there)].sort()) await lockGroup(tx, groupId)
  const { offerIds, asked } = run
  const pins = await pinsOf(tx, run.id)
  const { instance } = await whatToPlace(tx, { offerIds, asked, pins, before: null })
  if (seen !== undefined && !isAsSeen(seen, { placed, instance, pins }))
    throw new Conflict('The proposal, or what it rests on, has changed since you opened the page.')
  return { placed, instance }
}

// Who could not be offered a place after all is missing from its group.
const requireEnough = (instance: Instance, going: readonly Placed[], { refused }: Accepted, choices: ShortChoices) => {
  const missing = new Set(refused.map(({ interestId }) => interestId))
  const short = undecided(
    fallingShort(instance.groups, going, (id) => !missing.has(id)),
    choices,
  )
  if (short.length > 0) throw new TooFew(short)
}

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
