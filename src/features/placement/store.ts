import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Instance, Progress } from '../placement-solving/index.ts'
import type { Asked, Pin } from './asked.ts'
import { askedOf, summaryOf } from './kept-queries.ts'
import { keptAs } from './opening.ts'
import type { RunStatus, RunSummary } from './run.ts'

export type LockedRun = {
  readonly id: string
  readonly offerId: string
  readonly offerIds: readonly string[]
  readonly hubId: string
  readonly status: RunStatus
  readonly asked: Asked
  readonly basedOn: string | null
  readonly summary: RunSummary
}

export const lockRun = async (tx: Transaction, id: string): Promise<LockedRun | null> => {
  const row = await tx
    .selectFrom('placement_runs as r')
    .innerJoin('offers as o', 'o.id', 'r.offer_id')
    .select(['r.id', 'r.offer_id as offerId', 'r.status', 'r.summary', 'r.asked', 'o.hub_id as hubId'])
    .select('r.based_on_run_id as basedOn')
    .where('r.id', '=', id)
    .forUpdate('r')
    .executeTakeFirst()
  if (!row) return null
  const offers = await tx
    .selectFrom('placement_run_offers')
    .select('offer_id')
    .where('run_id', '=', id)
    .orderBy('offer_id')
    .execute()
  return {
    ...row,
    offerIds: offers.map((offer) => offer.offer_id),
    status: row.status as RunStatus,
    asked: askedOf(row.asked),
    summary: summaryOf(row.summary),
  }
}

/** Two who ask for the same offers at once make one run: the second waits here for the first. */
export const lockOffers = (tx: Transaction, offerIds: readonly string[]) =>
  tx
    .selectFrom('offers')
    .select('id')
    .where('id', 'in', [...offerIds])
    .orderBy('id')
    .forUpdate()
    .execute()

type NewRun = {
  readonly offerIds: readonly string[]
  readonly personId: string | null
  readonly now: Temporal.Instant
  readonly asked: Asked
  readonly basedOn: string | null
  readonly summary: RunSummary
}

export const insertRun = async (tx: Transaction, run: NewRun): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('placement_runs')
    .values({
      id,
      offer_id: run.offerIds[0] ?? '',
      requested_by_person_id: run.personId,
      status: 'queued',
      requested_at: run.now,
      asked: json(run.asked),
      based_on_run_id: run.basedOn,
      summary: json(run.summary),
    })
    .execute()
  await tx
    .insertInto('placement_run_offers')
    .values(run.offerIds.map((offerId) => ({ run_id: id, offer_id: offerId })))
    .execute()
  return id
}

export const setRun = (
  tx: Transaction,
  id: string,
  run: {
    status: RunStatus
    message?: string | null
    finishedAt?: Temporal.Instant
    summary?: RunSummary
    inputs?: Instance
  },
) =>
  tx
    .updateTable('placement_runs')
    .set({
      status: run.status,
      message: run.message ?? null,
      progress: null,
      ...(run.finishedAt ? { finished_at: run.finishedAt } : {}),
      ...(run.summary ? { summary: json(run.summary) } : {}),
      ...(run.inputs ? { inputs: json(run.inputs) } : {}),
    })
    .where('id', '=', id)
    .execute()

export const setProgress = (tx: Transaction, id: string, progress: Progress) =>
  tx
    .updateTable('placement_runs')
    .set({ progress: json(progress) })
    .where('id', '=', id)
    .where('status', '=', 'running')
    .execute()

export type Proposal = {
  readonly interestId: string
  readonly groupId: string | null
  readonly miles: number | null
  readonly minutes: number | null
  readonly reason: string
}

const rowOf = (runId: string, proposal: Proposal) => ({
  run_id: runId,
  interest_id: proposal.interestId,
  ...keptAs(proposal.groupId),
  miles: proposal.miles,
  minutes: proposal.minutes,
  reason: proposal.reason,
})

// One statement takes so many values at most.
const rowsAtOnce = 5000

export const keepProposals = async (tx: Transaction, runId: string, proposals: readonly Proposal[]): Promise<void> => {
  await tx.deleteFrom('placement_proposals').where('run_id', '=', runId).execute()
  for (let from = 0; from < proposals.length; from += rowsAtOnce)
    await tx
      .insertInto('placement_proposals')
      .values(proposals.slice(from, from + rowsAtOnce).map((proposal) => rowOf(runId, proposal)))
      .execute()
}

export const setProposal = (tx: Transaction, runId: string, proposal: Proposal) =>
  tx
    .updateTable('placement_proposals')
    .set({ ...keptAs(proposal.groupId), miles: proposal.miles, minutes: proposal.minutes, reason: proposal.reason })
    .where('run_id', '=', runId)
    .where('interest_id', '=', proposal.interestId)
    .execute()

/** A group that the placement opened: from now on it is the one that was made. */
export const setOpened = (tx: Transaction, runId: string, { opening, groupId }: { opening: string; groupId: string }) =>
  tx
    .updateTable('placement_proposals')
    .set({ group_id: groupId })
    .where('run_id', '=', runId)
    .where('opening', '=', opening)
    .execute()

export type NewPin = Omit<Pin, 'id'>

export const insertPins = async (tx: Transaction, runId: string, pins: readonly NewPin[]): Promise<void> => {
  if (pins.length === 0) return
  await tx
    .insertInto('placement_pins')
    .values(
      pins.map((pin) => ({
        id: newId(),
        run_id: runId,
        kind: pin.kind,
        interest_id: pin.interestId,
        other_interest_id: pin.otherInterestId,
        ...keptAs(pin.groupId),
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute()
}

/** Takes off what is settled for one request alone: where it is put, and where never. */
export const removePinsOf = (tx: Transaction, runId: string, interestId: string) =>
  tx
    .deleteFrom('placement_pins')
    .where('run_id', '=', runId)
    .where('interest_id', '=', interestId)
    .where('kind', 'in', ['put', 'never'])
    .execute()

export const removePin = (tx: Transaction, runId: string, pinId: string) =>
  tx.deleteFrom('placement_pins').where('run_id', '=', runId).where('id', '=', pinId).execute()
