import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Controller, Statement } from './controller.ts'

/** Everything that a hub, or the network without one, has stated, the latest first. */
export const statementsOf = (db: Reader, hubId: string | null): Promise<readonly Statement[]> =>
  db
    .selectFrom('data_controllers')
    .select(['id', 'controller', 'processor', 'contact', 'from_on as from', 'to_on as to'])
    .where((where) => (hubId === null ? where('hub_id', 'is', null) : where('hub_id', '=', hubId)))
    .orderBy('from_on', 'desc')
    .execute()

/** Who answers at a hub (or for the network, without one) on a day: what the hub stated, over what the network states for all. */
export const controllerAt = async (
  db: Reader,
  hubId: string | null,
  today: Temporal.PlainDate,
): Promise<Controller> => {
  const { rows } = await sql<{
    hub_id: string | null
    controller: string
    processor: string | null
    contact: string | null
  }>`
    select hub_id, controller, processor, contact from data_controllers
    where (hub_id is null or hub_id = ${hubId}) and from_on <= ${today} and (to_on is null or to_on >= ${today})
    order by hub_id nulls last limit 1`.execute(db)
  const lead = hubId ? await leadOrganisations(db, hubId, today) : []
  const stated = rows[0]
  return {
    controller: stated?.controller ?? 'The coordinator of the network',
    processor: stated?.processor ?? (lead.length > 0 ? lead.join(' and ') : 'The lead school of your hub'),
    contact: stated?.contact ?? null,
    isOfHub: stated?.hub_id != null,
  }
}

/** The organisations that lead a hub on a day, by name. */
export const leadOrganisations = async (
  db: Reader,
  hubId: string,
  today: Temporal.PlainDate,
): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('hub_lead_organisations')
      .select('name')
      .where('hub_id', '=', hubId)
      .where((where) => where.or([where('from_on', 'is', null), where('from_on', '<=', today)]))
      .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', today)]))
      .orderBy('name')
      .execute()
  ).map(({ name }) => name)

/** The processor that a hub's own statement names on a day, if it names one. */
export const processorStated = async (db: Reader, hubId: string, day: Temporal.PlainDate): Promise<string | null> =>
  (
    await db
      .selectFrom('data_controllers')
      .select('processor')
      .where('hub_id', '=', hubId)
      .where('from_on', '<=', day)
      .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', day)]))
      .executeTakeFirst()
  )?.processor ?? null

/** Hubs that state for themselves today who answers, by name. */
export const hubsThatDiffer = async (db: Reader, today: Temporal.PlainDate) =>
  db
    .selectFrom('data_controllers as c')
    .innerJoin('hubs as h', 'h.id', 'c.hub_id')
    .innerJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .select(['h.slug', 'n.name', 'c.controller', 'c.processor', 'c.from_on as from'])
    .where('h.closed_on', 'is', null)
    .where('c.from_on', '<=', today)
    .where((where) => where.or([where('c.to_on', 'is', null), where('c.to_on', '>=', today)]))
    .orderBy('n.name')
    .execute()

/** The network of this installation. */
export const networkId = async (db: Reader): Promise<string> =>
  (await db.selectFrom('networks').select('id').executeTakeFirstOrThrow()).id
