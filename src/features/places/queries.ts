import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { networkZone } from '../../vocabulary/local-time.ts'
import type { NamedPerson } from './place.ts'

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
    select distinct w.hub_id as "hubId" from hubs_of_place(${placeId}, ${today}) w`.execute(db)
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

/** The same, as they are named for it. */
export const namedOfPlace = async (db: Reader, placeId: string): Promise<readonly NamedPerson[]> =>
  (await participantsOfPlace(db, placeId)).map(({ personId, part, post, accessNeeds }) => ({
    ...{ personId, post, accessNeeds },
    part: part === 'lead' ? 'lead' : 'other',
  }))

/** Whether the project of a group keeps the same people all year. */
export const keepsSamePeople = async (db: Reader, groupId: string): Promise<boolean> =>
  (await db
    .selectFrom('groups as g')
    .innerJoin('projects as p', 'p.id', 'g.project_id')
    .select('g.id')
    .where('g.id', '=', groupId)
    .where('p.same_people_all_year', '=', true)
    .executeTakeFirst()) !== undefined

/**
 * For how many people of a held place, in a project that keeps the same people, nobody has been named yet, or the hub has allowed
 * somebody to follow: whoever left keeps the room of one until then.
 */
export const neverNamed = async (db: Reader, placeId: string, peopleCount: number): Promise<number> => {
  const { rows } = await sql<{ named: number; granted: number }>`
    select (select count(distinct a.person_id)::int from participants a where a.place_id = p.id and a.part <> 'substitute'
        and (a.to_on is null or p.held_at is null or a.to_on >= (p.held_at at time zone ${networkZone})::date)) as named,
      (select count(*)::int from successors_asked s where s.place_id = p.id and s.exception = 'granted') as granted
    from places p where p.id = ${placeId}`.execute(db)
  const [counted] = rows
  return counted ? peopleCount - counted.named + counted.granted : 0
}

/** Whom the personal link of somebody who takes part today is about; null once they have left. */
export const personOfParticipant = async (db: Reader, participantId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('participants as a')
      .innerJoin('people as n', 'n.id', 'a.person_id')
      .select('a.person_id as personId')
      .where('a.id', '=', participantId)
      .where('a.to_on', 'is', null)
      .where('n.erased_at', 'is', null)
      .executeTakeFirst()
  )?.personId ?? null

/** For how many people a place is, named or not. */
export const peopleCountOfPlace = async (db: Reader, placeId: string): Promise<number> => {
  const row = await db.selectFrom('places').select('people_count').where('id', '=', placeId).executeTakeFirst()
  return row?.people_count ?? 0
}

/** Changes whenever anything changes about those who take part under a place: what a form was opened with. */
export const markOfPeople = async (db: Reader, placeId: string): Promise<string> => {
  const { rows } = await sql<{ mark: string }>`
    select md5(concat((select people_count from places where id = ${placeId}), ':',
      string_agg(concat_ws('|', person_id, part, post, access_needs), E'\n' order by person_id))) as mark
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
