import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { networkZone } from '../../vocabulary/local-time.ts'
import { type GroupSeen, groupInSight } from '../groups/index.ts'
import { hubIdsOf, leadsGroup } from '../people/index.ts'
import type { PlaceStatus } from './place.ts'

/** The group a place is in: read first, so that the group is locked before the place. */
export const groupOfPlace = async (db: Reader, placeId: string): Promise<string | null> =>
  (await db.selectFrom('places').select('group_id').where('id', '=', placeId).executeTakeFirst())?.group_id ?? null

/** The hubs whose own organisation holds a place (domain rule 10). */
export const hubsOfPlace = async (
  db: Reader,
  placeId: string,
  today: Temporal.PlainDate,
): Promise<readonly string[]> => {
  const result = await sql<{ hubId: string }>`
    select distinct w.hub_id as "hubId" from own_places(${today}) w where w.place_id = ${placeId}`.execute(db)
  return result.rows.map(({ hubId }) => hubId)
}

/** The requests that a place was given to. */
export const interestsOfPlace = async (db: Reader, placeId: string): Promise<readonly string[]> =>
  (await db.selectFrom('expressions_of_interest').select('id').where('place_id', '=', placeId).execute()).map(
    ({ id }) => id,
  )

/** The live place of an organisation or person in a project, with the group it is in. */
export const livePlace = async (
  db: Reader,
  projectId: string,
  unit: { organisationId: string; personId: string | null },
) =>
  (await db
    .selectFrom('places as p')
    .innerJoin('groups as g', 'g.id', 'p.group_id')
    .select(['p.id', 'g.name as groupName', 'p.status'])
    .where('p.project_id', '=', projectId)
    .where('p.status', 'in', ['offered', 'held'])
    .$if(unit.personId === null, (query) =>
      query.where('p.person_id', 'is', null).where('p.organisation_id', '=', unit.organisationId),
    )
    .$if(unit.personId !== null, (query) => query.where('p.person_id', '=', unit.personId ?? ''))
    .executeTakeFirst()) ?? null

/** Which of these people take part in a group already, under another place. */
export const takingPartElsewhere = (
  db: Reader,
  groupId: string,
  personIds: readonly string[],
  placeId: string | null,
) =>
  db
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('people as n', 'n.id', 'a.person_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select(['n.name', 'o.name as organisation'])
    .where('p.group_id', '=', groupId)
    .where('p.status', 'in', ['offered', 'held'])
    .where('a.to_on', 'is', null)
    .where('a.person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .$if(placeId !== null, (query) => query.where('p.id', '<>', placeId ?? ''))
    .execute()

/** Those who take part under a place today. */
export const participantsOfPlace = (db: Reader, placeId: string) =>
  db
    .selectFrom('participants')
    .select(['id', 'person_id as personId', 'part', 'post', 'status', 'access_needs as accessNeeds'])
    .where('place_id', '=', placeId)
    .where('to_on', 'is', null)
    .where('part', '<>', 'substitute')
    .execute()

/** Changes whenever anything changes about those who take part under a place: what a form was opened with. */
export const markOfPeople = async (db: Reader, placeId: string): Promise<string> => {
  const { rows } = await sql<{ mark: string }>`
    select md5(coalesce(string_agg(concat_ws('|', person_id, part, post, access_needs), E'\n' order by person_id), '')) as mark
    from participants where place_id = ${placeId} and to_on is null and part <> 'substitute'`.execute(db)
  return rows[0]?.mark ?? ''
}

/** Whether a group has met: its first session has been held, or has begun. */
export const hasMet = async (db: Reader, groupId: string, now: Temporal.Instant): Promise<boolean> => {
  const row = await db
    .selectFrom('sessions')
    .select('id')
    .where('group_id', '=', groupId)
    .where((where) =>
      where.or([
        where('status', '=', 'held'),
        where.and([
          where('status', '=', 'confirmed'),
          where(sql<Temporal.Instant>`(on_date + starts_at) at time zone ${networkZone}`, '<=', now),
        ]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Offers whose deadline has passed: the room of interest lapses them and passes them on. */
export const placesPastDeadline = async (db: Reader, now: Temporal.Instant): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('places')
    .select('id')
    .where('status', '=', 'offered')
    .where('respond_by', '<', now)
    .orderBy('respond_by')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

export type PlaceSeen = {
  readonly id: string
  readonly organisationId: string
  readonly organisation: string
  readonly town: string | null
  readonly urn: number | null
  readonly personId: string | null
  readonly peopleCount: number
  readonly status: PlaceStatus
  readonly respondBy: Temporal.Instant | null
  /** Whether whoever asks sees all of it: it is their hub's own, or they lead the group (domain rule 10). */
  readonly isOwn: boolean
}

// Whether a place `p` is all in the sight of whoever asks: a hub's own, and every one of the group to who leads it (domain rule 10).
const isOwn = ({ actor, today }: Context, group: GroupSeen) =>
  actor.kind === 'system' || leadsGroup(actor, group.id)
    ? sql<boolean>`true`
    : sql<boolean>`exists (select from own_places(${today}) w where w.place_id = p.id and w.hub_id = any(${[...hubIdsOf(actor)]}::uuid[]))`

/** The places of a group, those in force first. A place offered or ended is seen by the lead hub and the lead; a partner hub sees those that take part, and its own. */
export const placesOfGroup = async (context: Context, groupId: string): Promise<readonly PlaceSeen[]> => {
  const group = await groupInSight(context, groupId)
  return group ? placesInSight(context, group) : []
}

/** The same of a group that is known already, in whose sight it was read. */
export const placesInSight = async (context: Context, group: GroupSeen): Promise<readonly PlaceSeen[]> => {
  if (group.sight === 'numbers') return []
  const rows = await context.db
    .selectFrom('places as p')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select(isOwn(context, group).as('isOwn'))
    .select([
      'p.id',
      'p.organisation_id as organisationId',
      'o.name as organisation',
      'o.town',
      'o.urn',
      'p.person_id as personId',
      'p.people_count as peopleCount',
      'p.status',
      'p.respond_by as respondBy',
    ])
    .where('p.group_id', '=', group.id)
    .$if(group.sight === 'partner', (query) =>
      query.where((where) =>
        where.or([where('p.status', 'in', ['offered', 'held', 'completed']), isOwn(context, group)]),
      ),
    )
    .orderBy(sql`case p.status when 'held' then 1 when 'completed' then 1 when 'offered' then 2 else 3 end`)
    .orderBy('o.name')
    .execute()
  return rows.map((row) => ({ ...row, status: row.status as PlaceStatus }))
}

export type ParticipantSeen = {
  readonly id: string
  readonly placeId: string
  readonly personId: string
  readonly name: string
  readonly organisationId: string
  readonly organisation: string
  readonly part: 'lead' | 'other' | 'substitute'
  readonly post: string | null
  readonly status: string
  readonly accessNeeds: string | null
  /** Null where rule 10 keeps it from this hub, or when none is known. */
  readonly address: string | null
}

/** The people of a group today. A hub sees addresses only of its own organisations, a lead of the group all (domain rule 10). */
export const participantsOfGroup = async (context: Context, groupId: string): Promise<readonly ParticipantSeen[]> => {
  const group = await groupInSight(context, groupId)
  return group ? participantsInSight(context, group) : []
}

/** The same of a group that is known already, in whose sight it was read. */
export const participantsInSight = async (context: Context, group: GroupSeen): Promise<readonly ParticipantSeen[]> => {
  if (group.sight === 'numbers') return []
  const rows = await context.db
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('people as n', 'n.id', 'a.person_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .leftJoin('email_addresses as e', (join) =>
      join.onRef('e.person_id', '=', 'n.id').on('e.to_at', 'is', null).on('e.is_primary', '=', true),
    )
    .select([
      'a.id',
      'a.place_id as placeId',
      'a.person_id as personId',
      'n.name',
      'o.id as organisationId',
      'o.name as organisation',
      'a.part',
      'a.post',
      'a.status',
      'a.access_needs as accessNeeds',
    ])
    .select(sql<string | null>`min(e.address::text)`.as('address'))
    .select(isOwn(context, group).as('isOwn'))
    .where('p.group_id', '=', group.id)
    .where('p.status', 'in', ['offered', 'held', 'completed'])
    .where('a.to_on', 'is', null)
    .groupBy(['a.id', 'n.id', 'o.id', 'p.id'])
    .orderBy('o.name')
    .orderBy(sql`case a.part when 'lead' then 1 when 'other' then 2 else 3 end`)
    .orderBy('n.name')
    .execute()
  return rows.map(({ isOwn, ...row }) => ({
    ...row,
    part: row.part as ParticipantSeen['part'],
    address: isOwn ? row.address : null,
  }))
}
