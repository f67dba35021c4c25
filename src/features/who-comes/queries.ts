import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { isId } from '../../vocabulary/ids.ts'
import { localInstant } from '../../vocabulary/local-time.ts'
import { type Session, sessionsOfGroup } from '../sessions/index.ts'
import type { AtSession } from './who-comes.ts'

export type Member = {
  readonly participantId: string
  readonly personId: string
  readonly name: string
  readonly part: string
  readonly placeId: string
  readonly peopleCount: number
  readonly organisationId: string
  readonly organisation: string
  readonly hubIds: readonly string[]
}

/** Who takes part in a group today, and who comes to one of its sessions as a substitute, by organisation. */
export const membersOf = async (db: Reader, groupId: string, today: Temporal.PlainDate): Promise<readonly Member[]> =>
  (
    await sql<Member>`
      select a.id as "participantId", a.person_id as "personId", n.name, a.part, p.id as "placeId", p.people_count as "peopleCount",
        o.id as "organisationId", o.name as organisation, array(select distinct w.hub_id from hubs_of_place(p.id, ${today}) w) as "hubIds"
      from places p join participants a on a.place_id = p.id join people n on n.id = a.person_id join organisations o on o.id = p.organisation_id
      where p.group_id = ${groupId} and p.status = 'held' and n.erased_at is null
        and (a.to_on is null and a.part <> 'substitute' or a.part = 'substitute' and exists (select from who_comes w where w.participant_id = a.id))
      order by o.name, o.id, case a.part when 'lead' then 1 when 'other' then 2 else 3 end, n.name, a.id`.execute(db)
  ).rows

/** The sessions of a group that are still to begin, dated or not. */
export const sessionsToCome = async (db: Reader, groupId: string, now: Temporal.Instant): Promise<readonly Session[]> =>
  (await sessionsOfGroup(db, groupId)).filter(
    ({ status, onDate, startsAt }) =>
      (status === 'provisional' || status === 'confirmed') &&
      (onDate === null || startsAt === null || Temporal.Instant.compare(localInstant(onDate, startsAt), now) > 0),
  )

export type Coming = AtSession & { readonly sessionId: string }

/** Who of a group comes to which of its sessions. */
export const comingIn = async (db: Reader, groupId: string): Promise<readonly Coming[]> =>
  (
    await sql<Coming>`
      select w.session_id as "sessionId", w.participant_id as "participantId", w.part, w.by_itself as "byItself", w.comes, w.instead_of_id as "insteadOfId"
      from who_comes_to_sessions w join participants a on a.id = w.participant_id
      where w.group_id = ${groupId} and (a.to_on is null and a.part <> 'substitute' or a.part = 'substitute' and w.is_stated)`.execute(
      db,
    )
  ).rows

/** Whether the project of a group keeps the same people all year; what a group is called and how it stands. */
export const groupOfMembers = async (db: Reader, groupId: string) =>
  isId(groupId)
    ? ((await db
        .selectFrom('groups as g')
        .innerJoin('projects as j', 'j.id', 'g.project_id')
        .innerJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'g.hub_id').on('n.to_on', 'is', null))
        .select(['g.id', 'g.name', 'g.status', 'g.hub_id as hubId', 'n.name as hub'])
        .select(['j.title as project', 'j.same_people_all_year as samePeople', 'j.joins'])
        .select(
          sql<string[]>`array(select s.hub_id from group_partner_hubs s where s.group_id = g.id)`.as('partnerHubIds'),
        )
        .where('g.id', '=', groupId)
        .executeTakeFirst()) ?? null)
    : null

/** The group somebody takes part in whose personal link is used. */
export const groupOfParticipant = async (db: Reader, participantId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('participants as a')
      .innerJoin('places as p', 'p.id', 'a.place_id')
      .select('p.group_id as groupId')
      .where('a.id', '=', participantId)
      .where('a.to_on', 'is', null)
      .where('p.status', '=', 'held')
      .executeTakeFirst()
  )?.groupId ?? null

/** People of some participants who are expected in a session of another group at the same time: they are warned (domain rule 4). */
export const clashesOf = async (
  db: Reader,
  groupId: string,
  participantIds: readonly string[],
): Promise<readonly { readonly sessionId: string; readonly participantId: string }[]> =>
  (
    await sql<{ sessionId: string; participantId: string }>`
      select distinct s.id as "sessionId", w.participant_id as "participantId"
      from who_comes_to_sessions w join sessions s on s.id = w.session_id
        join participants b on b.person_id = w.person_id and (b.to_on is null or b.part = 'substitute')
        join places q on q.id = b.place_id and q.status in ('offered', 'held') and q.group_id <> s.group_id
        join sessions t on t.group_id = q.group_id and t.on_date = s.on_date and t.status in ('provisional', 'confirmed') and t.starts_at < s.ends_at and s.starts_at < t.ends_at
      where w.group_id = ${groupId} and w.comes and w.participant_id = any(${[...participantIds]}::uuid[])
        and s.status in ('provisional', 'confirmed')
        and exists (select from who_comes_to_sessions v where v.session_id = t.id and v.participant_id = b.id and v.comes offset 0)`.execute(
      db,
    )
  ).rows
