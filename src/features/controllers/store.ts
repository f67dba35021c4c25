import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Stated, Statement } from './controller.ts'

/** Of two who state for the same hub, or for the network, one waits here for the other. */
export const lockStatements = (tx: Transaction, hubId: string | null) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`controller ${hubId ?? 'network'}`}, 34))`.execute(tx)

/** What was stated ends the day before; what would have begun then or later was never to hold, and goes. */
export const endFrom = async (tx: Transaction, hubId: string | null, from: Temporal.PlainDate): Promise<void> => {
  const ofThem = hubId === null ? sql`hub_id is null` : sql`hub_id = ${hubId}`
  await sql`delete from data_controllers where ${ofThem} and from_on >= ${from}::date`.execute(tx)
  await sql`update data_controllers set to_on = ${from}::date - 1
    where ${ofThem} and (to_on is null or to_on >= ${from}::date)`.execute(tx)
}

export const insertStatement = (
  tx: Transaction,
  hubId: string | null,
  { controller, processor, contact, from, to = null }: Stated & { readonly to?: Statement['to'] },
) =>
  tx
    .insertInto('data_controllers')
    .values({ id: newId(), hub_id: hubId, controller, processor, contact, from_on: from, to_on: to })
    .execute()

/** From a day another processor where the one named so far was named: what is stated for later days stays otherwise as it is. */
export const exchangeProcessor = async (
  tx: Transaction,
  hubId: string,
  { holding, processor, from }: { holding: Statement; processor: string; from: Temporal.PlainDate },
): Promise<void> => {
  if (Temporal.PlainDate.compare(holding.from, from) < 0) {
    await sql`update data_controllers set to_on = ${from}::date - 1 where id = ${holding.id}`.execute(tx)
    await insertStatement(tx, hubId, { ...holding, from })
  }
  await sql`update data_controllers set processor = ${processor}
    where hub_id = ${hubId} and from_on >= ${from}::date and processor = ${holding.processor}`.execute(tx)
}
