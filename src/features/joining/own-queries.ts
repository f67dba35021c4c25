import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { lineOf } from '../organisations/index.ts'
import type { Own } from './own.ts'

type Row = Omit<Own, 'hub'> & { readonly hubId: string; readonly hubName: string }

/**
 * What an organisation, and those it followed, has asked for from a year on and still counts, and the places it has: of its own
 * people all, of staff of hubs what concerns theirs. A place stands before the request that it came of.
 */
export const ownOf = async (
  db: Reader,
  {
    organisationId,
    year,
    hubIds,
  }: { readonly organisationId: string; readonly year: number; readonly hubIds: readonly string[] | null },
): Promise<readonly Own[]> => {
  const { rows } = await sql<Row>`
    select distinct on (x."projectId") x."projectId", x.title, x."offerId", x."hubId", m.name as "hubName", x.group, x.status, x.since, x."respondBy"
    from (
      select 0 as turn, l.project_id as "projectId", p.title, g.offer_id as "offerId", g.hub_id as "hubId", g.name as group, l.status,
        coalesce(l.held_at, l.offered_at) as since, l.respond_by as "respondBy",
        array(select w.hub_id from hubs_of_place(l.id) w) as hubs
      from places l join groups g on g.id = l.group_id join projects p on p.id = l.project_id
      where l.organisation_id = ${lineOf(organisationId)} and l.person_id is null and l.status in ('offered', 'held') and g.year >= ${year}
      union all
      select 1, i.project_id, p.title, i.offer_id, f.hub_id, null, i.status, i.received_at, null, array[f.hub_id]
      from expressions_of_interest i join offers f on f.id = i.offer_id join projects p on p.id = i.project_id
      where i.organisation_id = ${lineOf(organisationId)} and i.person_id is null and i.status in ('received', 'confirmed', 'waiting', 'offered', 'placed')
        and f.year >= ${year}
    ) x join hub_names m on m.hub_id = x."hubId" and m.to_on is null
    where ${hubIds === null} or x.hubs && ${[...(hubIds ?? [])]}::uuid[]
    order by x."projectId", x.turn, x.since`.execute(db)
  return rows.map(({ hubId, hubName, ...row }) => ({ ...row, hub: { id: hubId, name: hubName } }))
}
