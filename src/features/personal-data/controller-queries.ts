import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

/** Who answers for personal data: the controller, and whoever keeps it for them. */
export type Controller = {
  readonly controller: string
  readonly processor: string
  readonly contact: string | null
  readonly isOfHub: boolean
}

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

const leadOrganisations = async (db: Reader, hubId: string, today: Temporal.PlainDate): Promise<readonly string[]> =>
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

/** A hub with its own words on personal data, if it has any. */
export const hubNotice = async (db: Reader, slug: string) =>
  db
    .selectFrom('hubs as h')
    .innerJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .leftJoin('hub_privacy_notices as p', (join) => join.onRef('p.hub_id', '=', 'h.id').on('p.to_on', 'is', null))
    .select(['h.id', 'h.slug', 'n.name', 'h.email', 'p.notice'])
    .where('h.slug', '=', slug)
    .executeTakeFirst()
