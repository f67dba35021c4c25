import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { lockGroup } from '../../groups/index.ts'
import { offerPlaceTo } from '../../interest/index.ts'
import { type Applicant, checkPlacement, type Instance, milesBetween } from '../instance.ts'
import { mayRunPlacement } from '../policy.ts'
import { whatToPlace } from '../queries.ts'
import { refusalOfChoice } from '../reason.ts'
import { requireProposed } from '../run.ts'
import { proposalsOf } from '../run-queries.ts'
import { type LockedRun, lockRun, type Proposal, setProposal, setRun } from '../store.ts'

const proposed = async (tx: Transaction, context: Context, runId: string): Promise<LockedRun> => {
  const run = found(await lockRun(tx, runId))
  if (!mayRunPlacement(context.actor, run.hubId)) throw new Forbidden('Only staff of the hub decide on placements')
  requireProposed(run.status)
  return run
}

const subjects = (run: LockedRun) => ({
  subject: { type: 'placement', id: run.id },
  also: [{ type: 'offer', id: run.offerId }],
})

/** Puts one of the proposal into another group, or leaves it out: a person knows better. Room and travel limits still hold. */
export const changeProposal = (
  context: Context,
  input: { runId: string; interestId: string; groupId: string | null },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const run = await proposed(tx, context, input.runId)
    const [{ instance }, proposals] = [await whatToPlace(tx, run.offerId), await proposalsOf(tx, run.id)]
    const at = instance.applicants.findIndex((applicant) => applicant.id === input.interestId)
    const applicant = instance.applicants[at]
    if (!applicant || !proposals.some((proposal) => proposal.interestId === input.interestId))
      throw new Refused('This request is no longer waiting to be placed.')
    const assignment = instance.applicants.map(
      (each) => proposals.find((proposal) => proposal.interestId === each.id)?.groupId ?? null,
    )
    const refusal = input.groupId === null ? null : refusalOfChoice(instance, assignment, at, input.groupId)
    if (refusal) throw new Refused(refusal)
    await setProposal(tx, run.id, byHand(instance, applicant, input.groupId))
    await record(tx, context, {
      name: 'placement.changed',
      ...subjects(run),
      particulars: { interestId: applicant.id, groupId: input.groupId },
    })
  })

const byHand = ({ groups }: Instance, applicant: Applicant, groupId: string | null): Proposal => {
  const group = groups.find((each) => each.id === groupId)
  const miles = group ? milesBetween(applicant, group) : null
  return {
    interestId: applicant.id,
    groupId,
    miles: miles === null ? null : Math.round(miles * 10) / 10,
    reason: group ? 'Chosen by hand' : 'Left out by hand',
  }
}

export type Accepted = {
  readonly offered: number
  readonly refused: readonly { readonly interestId: string; readonly why: string }[]
}

/** Offers every place of the proposal at once, until one deadline. What has changed in the meantime is named and left as it is. */
export const acceptPlacement = (
  context: Context,
  input: { runId: string; respondBy: Temporal.Instant },
): Promise<Accepted> =>
  transaction(context, async (tx, context) => {
    const run = await proposed(tx, context, input.runId)
    const placed = (await proposalsOf(tx, run.id)).flatMap(({ interestId, groupId }) =>
      groupId ? [{ interestId, groupId }] : [],
    )
    if (placed.length === 0) throw new Refused('Nobody is placed in this proposal.')
    // All groups first and in one order, so that two hubs that accept at once never wait for each other in a ring.
    for (const groupId of [...new Set(placed.map((each) => each.groupId))].sort()) await lockGroup(tx, groupId)
    const { instance } = await whatToPlace(tx, run.offerId)
    const faults = checkPlacement(
      instance,
      instance.applicants.map((applicant) => placed.find((each) => each.interestId === applicant.id)?.groupId ?? null),
    )
    if (faults[0])
      throw new Refused(
        `The groups have changed since this was proposed: ${faults[0]} Change the proposal, or ask for a new one.`,
      )
    const order = new Map(instance.applicants.map((applicant, at) => [applicant.id, at]))
    const inOrder = placed.toSorted(
      (a, b) => (order.get(a.interestId) ?? placed.length) - (order.get(b.interestId) ?? placed.length),
    )
    const accepted = await offerAll(context, inOrder, input.respondBy)
    await setRun(tx, run.id, { status: 'accepted', finishedAt: context.now, summary: { ...run.summary, ...accepted } })
    await record(tx, context, {
      name: 'placement.accepted',
      ...subjects(run),
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
  placed: readonly { interestId: string; groupId: string }[],
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
    const run = await proposed(tx, context, runId)
    await setRun(tx, run.id, { status: 'discarded', finishedAt: context.now })
    await record(tx, context, { name: 'placement.discarded', ...subjects(run) })
  })
