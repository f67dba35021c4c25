import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Joining } from './group.ts'

/** What a group takes over from the offer it is made of. */
export const offerToGroup = async (db: Reader, offerId: string) => {
  const row = await db
    .selectFrom('offers as o')
    .innerJoin('projects as p', 'p.id', 'o.project_id')
    .select([
      'o.hub_id as hubId',
      'o.project_id as projectId',
      'o.year',
      'o.theme_id as themeId',
      'o.venue_id as venueId',
      'o.policy_id as policyId',
      'o.status',
      'o.most_organisations as mostOrganisations',
      'o.most_people as mostPeople',
      'o.fewest_organisations as fewestOrganisations',
      'p.title',
      'p.unit',
      'p.audiences',
    ])
    .select(
      sql<string[]>`array(select t.id from project_themes t where t.project_id = p.id
        and (t.id in (select x.theme_id from offer_themes x where x.offer_id = o.id) or not exists (select from offer_themes x where x.offer_id = o.id))
        order by t.position)`.as('themeIds'),
    )
    .select((select) => {
      const made = select
        .selectFrom('groups as g')
        .whereRef('g.offer_id', '=', 'o.id')
        .where('g.status', 'not in', ['cancelled', 'merged'])
      return [
        made.select(({ fn }) => fn.sum<number | null>('g.organisations_room').as('n')).as('organisationsGiven'),
        made.select(({ fn }) => fn.sum<number | null>('g.people_room').as('n')).as('peopleGiven'),
      ]
    })
    .select(sql<string[]>`array(select h.hub_id from offer_partner_hubs h where h.offer_id = o.id)`.as('partnerHubIds'))
    .where('o.id', '=', offerId)
    .executeTakeFirst()
  return row ? { ...row, unit: row.unit as Joining['unit'] } : null
}

/** People who may be asked to lead: who leads groups of the hub, its local leaders and its staff. */
export const possibleLeads = async (
  db: Reader,
  hubId: string,
  today: Temporal.PlainDate,
): Promise<readonly { id: string; name: string }[]> => {
  const result = await sql<{ id: string; name: string }>`
    select distinct p.id, p.name from people p join roles r on r.person_id = p.id and (r.to_on is null or r.to_on >= ${today})
    where p.erased_at is null and (r.hub_id = ${hubId} or (r.role = 'group_lead' and r.group_id in (select id from groups where hub_id = ${hubId})))
    order by p.name`.execute(db)
  return result.rows
}

/** Offers of a hub of which groups can be made, this year's first. */
export const offersToGroup = (db: Reader, hubId: string) =>
  db
    .selectFrom('offers as o')
    .innerJoin('projects as p', 'p.id', 'o.project_id')
    .leftJoin('project_themes as t', 't.id', 'o.theme_id')
    .select(['o.id', 'o.year', 'o.slug', 'p.title', 'p.code', 't.title as theme'])
    .select((select) =>
      select
        .selectFrom('groups as g')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('g.offer_id', '=', 'o.id')
        .as('groups'),
    )
    .where('o.hub_id', '=', hubId)
    .where('o.status', 'in', ['published', 'closed'])
    .orderBy('o.year', 'desc')
    .orderBy('p.title')
    .execute()

/** Themes among which a group of an offer chooses; none where the offer fixes one. */
export const themesOfProject = (db: Reader, projectId: string) =>
  db
    .selectFrom('project_themes')
    .select(['id', 'title', 'suffix'])
    .where('project_id', '=', projectId)
    .orderBy('position')
    .execute()
