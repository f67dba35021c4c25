import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { type Applicant, groupOf, type Instance, milesBetween, minutesTo } from '../../placement-solving/index.ts'
import { pinsOf } from '../kept-queries.ts'
import { mayRunPlacement } from '../policy.ts'
import { whatToPlace } from '../queries.ts'
import { refusalOfChoice } from '../reason.ts'
import { requireProposed } from '../run.ts'
import { placedIn, proposalsOf } from '../run-queries.ts'
import {
  insertPins,
  type LockedRun,
  lockRun,
  type NewPin,
  type Proposal,
  removePin,
  removePinsOf,
  setProposal,
} from '../store.ts'

/** A run that is proposed and may be decided on by whoever acts; its row is locked. */
export const proposedRun = async (tx: Transaction, context: Context, runId: string): Promise<LockedRun> => {
  const run = found(await lockRun(tx, runId))
  if (!mayRunPlacement(context.actor, run.hubId)) throw new Forbidden('Only staff of the hub decide on placements')
  requireProposed(run.status)
  return run
}

/** What a run is recorded about. */
export const subjectsOf = (run: LockedRun) => ({
  subject: { type: 'placement', id: run.id },
  also: run.offerIds.map((id) => ({ type: 'offer', id })),
})

const byHand = (instance: Instance, applicant: Applicant, groupId: string | null): Proposal => {
  const group = groupOf(instance, new Map(groupId ? [[applicant.id, groupId]] : []), applicant.id)
  const miles = group ? milesBetween(applicant, group) : null
  return {
    interestId: applicant.id,
    groupId,
    miles: miles === null ? null : Math.round(miles * 10) / 10,
    minutes: group ? minutesTo(applicant, group) : null,
    reason: group ? 'Put here by hand' : 'Left out by hand',
  }
}

/** What a person settles for one request: put there, left out (null), or free again (undefined); and where it never goes. */
export type Settled = {
  readonly runId: string
  readonly interestId: string
  readonly groupId?: string | null | undefined
  readonly never?: readonly string[]
}

const pinsFor = ({ interestId, groupId, never = [] }: Settled): readonly NewPin[] => [
  ...(groupId === undefined ? [] : [{ kind: 'put' as const, interestId, otherInterestId: null, groupId }]),
  ...never
    .filter((id) => id !== groupId)
    .map((id) => ({ kind: 'never' as const, interestId, otherInterestId: null, groupId: id })),
]

type Wanted = { readonly run: LockedRun; readonly applicant: Applicant; readonly instance: Instance }

/** Puts a request where it is wanted, as far as the room and its limits let it. */
const putInto = async (
  tx: Transaction,
  { run, applicant, instance }: Wanted,
  groupId: string | null,
): Promise<void> => {
  const placed = await placedIn(tx, run.id)
  const refusal =
    groupId === null ? null : refusalOfChoice(instance, new Map(Object.entries(placed)), applicant, groupId)
  if (refusal) throw new Refused(refusal)
  if (groupId !== (placed[applicant.id] ?? null)) await setProposal(tx, run.id, byHand(instance, applicant, groupId))
}

/**
 * Puts one of the proposal into another group, or leaves it out: a person knows better, and it stays so when the placement is
 * worked out again. Room and travel limits still hold.
 */
export const changeProposal = (context: Context, input: Settled): Promise<void> =>
  transaction(context, async (tx, context) => {
    const run = await proposedRun(tx, context, input.runId)
    await removePinsOf(tx, run.id, input.interestId)
    const { offerIds, asked } = run
    const { instance } = await whatToPlace(tx, { offerIds, asked, pins: await pinsOf(tx, run.id), before: null })
    const applicant = instance.applicants.find(({ id }) => id === input.interestId)
    const isProposed = (await proposalsOf(tx, run.id)).some(({ interestId }) => interestId === input.interestId)
    if (!applicant || !isProposed) throw new Refused('This request is no longer waiting to be placed.')
    const pins = pinsFor(input)
    await insertPins(tx, run.id, pins)
    if (input.groupId !== undefined) await putInto(tx, { run, applicant, instance }, input.groupId)
    await record(tx, context, {
      name: 'placement.changed',
      ...subjectsOf(run),
      particulars: { interestId: applicant.id, pins: pins.map(({ kind, groupId }) => ({ kind, groupId })) },
    })
  })

/** Settles that two are kept together, or apart, when the placement is worked out again. */
export const keepCompany = (
  context: Context,
  input: { runId: string; kind: 'together' | 'apart'; interestIds: readonly [string, string] },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const run = await proposedRun(tx, context, input.runId)
    const asking = new Set((await proposalsOf(tx, run.id)).map(({ interestId }) => interestId))
    const [first, second] = input.interestIds
    if (!asking.has(first) || !asking.has(second)) throw new Refused('Choose two that are in this placement.')
    if (first === second) throw new Refused('Choose two different ones.')
    await insertPins(tx, run.id, [{ kind: input.kind, interestId: first, otherInterestId: second, groupId: null }])
    await record(tx, context, {
      name: 'placement.changed',
      ...subjectsOf(run),
      particulars: { kept: input.kind, interestIds: [first, second] },
    })
  })

/** Takes off something that was settled by hand; what is proposed stays until the placement is worked out again. */
export const takeOffPin = (context: Context, input: { runId: string; pinId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const run = await proposedRun(tx, context, input.runId)
    await removePin(tx, run.id, input.pinId)
    await record(tx, context, { name: 'placement.changed', ...subjectsOf(run), particulars: { takenOff: input.pinId } })
  })
