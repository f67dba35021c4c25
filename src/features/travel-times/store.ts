import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Json } from '../../vocabulary/json.ts'
import type { RowRefused, TravelTable, Way } from './travel-table.ts'

const atOnce = 2000

const rowOf = (tableId: string, { organisationId, to, minutes }: Way) => ({
  id: newId(),
  table_id: tableId,
  organisation_id: organisationId,
  to_venue_id: to.kind === 'venue' ? to.id : null,
  to_organisation_id: to.kind === 'organisation' ? to.id : null,
  to_postcode: to.kind === 'postcode' ? to.postcode : null,
  minutes,
})

/** Keeps a table with its ways, to be looked at: it does not count yet. */
export const insertTable = async (
  tx: Transaction,
  table: Pick<TravelTable, 'hubId' | 'year' | 'fileName' | 'readAs'> & {
    readonly refused: readonly RowRefused[]
    readonly ways: readonly Way[]
    readonly now: Temporal.Instant
  },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('travel_tables')
    .values({
      id,
      hub_id: table.hubId,
      year: table.year,
      file_name: table.fileName,
      read_as: table.readAs,
      status: 'waiting',
      refused: json(JSON.parse(JSON.stringify(table.refused)) as Json),
      sent_at: table.now,
    })
    .execute()
  for (let from = 0; from < table.ways.length; from += atOnce)
    await tx
      .insertInto('travel_times')
      .values(table.ways.slice(from, from + atOnce).map((way) => rowOf(id, way)))
      .execute()
  return id
}

/** All tables of a hub and year, locked: two who put one in force at once come one after the other. */
export const lockTables = async (
  tx: Transaction,
  { hubId, year }: Pick<TravelTable, 'hubId' | 'year'>,
): Promise<void> => {
  await tx
    .selectFrom('travel_tables')
    .select('id')
    .where('hub_id', '=', hubId)
    .where('year', '=', year)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export const putTableInForce = (
  tx: Transaction,
  id: string,
  { replacesId, now }: { replacesId: string | null; now: Temporal.Instant },
) =>
  tx
    .updateTable('travel_tables')
    .set({ status: 'in_force', in_force_at: now, ended_at: null, replaces_id: replacesId })
    .where('id', '=', id)
    .execute()

export const restoreTable = (tx: Transaction, id: string) =>
  tx.updateTable('travel_tables').set({ status: 'in_force', ended_at: null }).where('id', '=', id).execute()

export const endTable = (
  tx: Transaction,
  id: string,
  { status, now }: { status: 'replaced' | 'taken_back' | 'discarded'; now: Temporal.Instant },
) => tx.updateTable('travel_tables').set({ status, ended_at: now }).where('id', '=', id).execute()

/** What was thrown away is kept no more, but that it was sent. */
export const deleteWays = (tx: Transaction, id: string) =>
  tx.deleteFrom('travel_times').where('table_id', '=', id).execute()
