import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { BulkActStatus, Deed, KeptBefore, LetterToSend, RowOutcome } from './bulk-act.ts'

/** Keeps what was chosen, in its order: only requests of the hub that count. */
export const insertAct = async (
  tx: Transaction,
  act: { hubId: string; interestIds: readonly string[]; by: string | null; now: Temporal.Instant },
): Promise<{ id: string; chosen: number }> => {
  const id = newId()
  await tx
    .insertInto('bulk_acts')
    .values({ id, hub_id: act.hubId, status: 'chosen', begun_by_person_id: act.by, begun_at: act.now })
    .execute()
  const rows = await tx
    .insertInto('bulk_act_rows')
    .columns(['act_id', 'interest_id', 'position'])
    .expression((from) =>
      from
        .selectFrom('expressions_of_interest as i')
        .innerJoin('offers as f', 'f.id', 'i.offer_id')
        .select([sql<string>`${id}::uuid`.as('act_id'), 'i.id'])
        .select(
          sql<number>`row_number() over (order by array_position(${[...act.interestIds]}::uuid[], i.id))`.as(
            'position',
          ),
        )
        .where('f.hub_id', '=', act.hubId)
        .where('i.received_at', 'is not', null)
        .where('i.id', '=', sql<string>`any(${[...act.interestIds]}::uuid[])`),
    )
    .returning('interest_id')
    .execute()
  return { id, chosen: rows.length }
}

export const lockAct = (tx: Transaction, id: string) =>
  tx.selectFrom('bulk_acts').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

type ActChange = {
  readonly status: BulkActStatus
  readonly deed?: Deed
  readonly previewedAt?: Temporal.Instant
  readonly carriedOut?: {
    readonly by: string | null
    readonly at: Temporal.Instant
    readonly undoableUntil: Temporal.Instant
  }
  readonly undone?: { readonly by: string | null; readonly at: Temporal.Instant }
}

export const changeAct = (tx: Transaction, id: string, { status, deed, previewedAt, carriedOut, undone }: ActChange) =>
  tx
    .updateTable('bulk_acts')
    .set({
      status,
      ...(deed ? { kind: deed.kind, particulars: json({ ...deed }) } : {}),
      ...(previewedAt ? { previewed_at: previewedAt } : {}),
      ...(carriedOut
        ? {
            carried_out_by_person_id: carriedOut.by,
            carried_out_at: carriedOut.at,
            undoable_until: carriedOut.undoableUntil,
          }
        : {}),
      ...(undone ? { undone_by_person_id: undone.by, undone_at: undone.at } : {}),
    })
    .where('id', '=', id)
    .execute()

export type RowChange = {
  readonly interestId: string
  readonly outcome: RowOutcome
  readonly why: string | null
  readonly seenEvent?: number
  readonly doneEvent?: number
  readonly before?: KeptBefore
  readonly letters?: readonly LetterToSend[]
}

export const changeRow = (tx: Transaction, actId: string, row: RowChange) =>
  tx
    .updateTable('bulk_act_rows')
    .set({
      outcome: row.outcome,
      why: row.why,
      ...(row.seenEvent === undefined ? {} : { seen_event: row.seenEvent }),
      ...(row.doneEvent === undefined ? {} : { done_event: row.doneEvent }),
      ...(row.before ? { before: json({ ...row.before }) } : {}),
      ...(row.letters ? { letters: json(row.letters.map((letter) => ({ ...letter }))) } : {}),
    })
    .where('act_id', '=', actId)
    .where('interest_id', '=', row.interestId)
    .execute()

/** What was shown of letters before an act is carried out is not kept after it: the mail itself is. */
export const forgetLetters = (tx: Transaction, actId: string) =>
  tx
    .updateTable('bulk_act_rows')
    .set({ letters: json([]) })
    .where('act_id', '=', actId)
    .execute()

/** Deletes what was chosen and looked at, and never carried out. */
export const deleteForgotten = (tx: Transaction, before: Temporal.Instant) =>
  tx
    .deleteFrom('bulk_acts')
    .where('status', 'in', ['chosen', 'previewed'])
    .where('begun_at', '<', before)
    .returning(['id', 'hub_id as hubId'])
    .execute()
