import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Decision, Participation } from './move.ts'

// What somebody still takes part in for the organisation they left, in groups of a hub.
const undecided = (hubId: string) => sql`
  person_moves m
  join participants a on a.person_id = m.person_id and a.to_on is null and a.part <> 'substitute'
  join places p on p.id = a.place_id and p.organisation_id = m.from_organisation_id and p.status in ('offered', 'held')
  join groups g on g.id = p.group_id and g.hub_id = ${hubId}
  where not exists (select from move_decisions d where d.move_id = m.id and d.participant_id = a.id)
    and not exists (select from person_moves n where n.person_id = m.person_id and n.from_organisation_id = m.from_organisation_id and (n.moved_on, n.id) > (m.moved_on, m.id))`

export type MoveListed = {
  readonly id: string
  readonly personId: string
  readonly person: string
  readonly from: string
  readonly to: string | null
  readonly movedOn: Temporal.PlainDate
  readonly saidBy: string
  readonly groups: readonly string[]
}

/** Who has left a school for which they take part in a group of the hub: each waits for a decision, the longest first. */
export const movesToDecide = async (db: Reader, hubId: string): Promise<readonly MoveListed[]> =>
  (
    await sql<MoveListed>`
      select x.id, x.person_id as "personId", n.name as person, f.name as "from", t.name as "to", x.moved_on as "movedOn", x.said_by as "saidBy", x.groups
      from (select m.id, m.person_id, m.from_organisation_id, m.to_organisation_id, m.moved_on, m.said_by, array_agg(g.name order by g.name) as groups
        from ${undecided(hubId)} group by m.id) x
      join people n on n.id = x.person_id and n.erased_at is null
      join organisations f on f.id = x.from_organisation_id left join organisations t on t.id = x.to_organisation_id
      order by x.moved_on, x.id`.execute(db)
  ).rows

export type DecisionSeen = {
  readonly person: string
  readonly from: string
  readonly to: string | null
  readonly group: string
  readonly decision: Decision
  readonly successor: string | null
  readonly by: string | null
  readonly at: Temporal.Instant
}

/** What a hub has decided so far, latest first. */
export const decisionsOfHub = async (db: Reader, hubId: string, limit: number): Promise<readonly DecisionSeen[]> =>
  (
    await sql<DecisionSeen>`
      select n.name as person, f.name as "from", t.name as "to", g.name as "group", d.decision, s.name as successor, b.name as by, d.decided_at as at
      from move_decisions d join person_moves m on m.id = d.move_id join participants a on a.id = d.participant_id
      join places p on p.id = a.place_id join groups g on g.id = p.group_id and g.hub_id = ${hubId}
      join people n on n.id = m.person_id and n.erased_at is null join organisations f on f.id = m.from_organisation_id
      left join organisations t on t.id = m.to_organisation_id left join people s on s.id = d.successor_person_id left join people b on b.id = d.decided_by_person_id
      order by d.decided_at desc, d.move_id limit ${limit}`.execute(db)
  ).rows

export type MoveSeen = {
  readonly id: string
  readonly personId: string
  readonly person: string
  readonly fromId: string
  readonly from: string
  readonly toId: string | null
  readonly to: string | null
  readonly movedOn: Temporal.PlainDate
  readonly saidBy: string
}

/** A move, if a group of the hub is or was concerned; for another hub there is none (domain rule 9). */
export const moveForHub = async (db: Reader, hubId: string, id: string): Promise<MoveSeen | null> =>
  (
    await sql<MoveSeen>`
      select m.id, n.id as "personId", n.name as person, f.id as "fromId", f.name as "from", t.id as "toId", t.name as "to", m.moved_on as "movedOn", m.said_by as "saidBy"
      from person_moves m join people n on n.id = m.person_id and n.erased_at is null
      join organisations f on f.id = m.from_organisation_id left join organisations t on t.id = m.to_organisation_id
      where m.id = ${id} and exists (select from participants a join places p on p.id = a.place_id join groups g on g.id = p.group_id
        where a.person_id = m.person_id and p.organisation_id = m.from_organisation_id and g.hub_id = ${hubId})`.execute(
      db,
    )
  ).rows[0] ?? null

/** What has still to be decided about a move in the groups of a hub, with what a decision needs to know. */
export const participationsToDecide = async (
  db: Reader,
  { hubId, moveId, today }: { hubId: string; moveId: string; today: Temporal.PlainDate },
): Promise<readonly Participation[]> =>
  (
    await sql<Participation>`
      select a.id as "participantId", p.id as "placeId", g.id as "groupId", g.name as "group", r.title as project, r.unit, p.status as "placeStatus", p.people_count as "peopleCount",
        (select count(*)::int from participants o where o.place_id = p.id and o.to_on is null and o.part <> 'substitute' and o.id <> a.id) as others,
        (select count(*)::int from sessions s where s.group_id = g.id and s.status in ('provisional', 'confirmed') and s.on_date >= ${today}) as "comingDates",
        jsonb_build_object('organisations', g.organisations_room - g.organisations_taken, 'people', g.people_room - g.people_taken) as room,
        (select jsonb_build_object('placeId', l.id, 'groupId', tg.id, 'group', tg.name, 'free',
            l.people_count - (select count(*) from participants o where o.place_id = l.id and o.to_on is null and o.part <> 'substitute'))
          from places l join groups tg on tg.id = l.group_id
          where l.project_id = p.project_id and l.organisation_id = m.to_organisation_id and l.person_id is null and l.status in ('offered', 'held') limit 1) as target
      from (select m.*, a.id as participant_id from ${undecided(hubId)} and m.id = ${moveId}) m
      join participants a on a.id = m.participant_id join places p on p.id = a.place_id join groups g on g.id = p.group_id join projects r on r.id = p.project_id
      order by g.name, a.id`.execute(db)
  ).rows

export type Named = {
  readonly id: string
  readonly personId: string
  readonly part: 'lead' | 'other'
  readonly post: string | null
  readonly accessNeeds: string | null
  readonly needs: readonly string[] | null
}

/** Who is named for a place today, with the needs told for it. */
export const namedFor = async (db: Reader, placeId: string): Promise<readonly Named[]> =>
  (
    await db
      .selectFrom('participants')
      .select(['id', 'person_id as personId', 'part', 'post', 'access_needs as accessNeeds', 'needs'])
      .where('place_id', '=', placeId)
      .where('to_on', 'is', null)
      .where('part', '<>', 'substitute')
      .orderBy('id')
      .execute()
  ).map((row) => ({ ...row, part: row.part === 'lead' ? ('lead' as const) : ('other' as const) }))

/** The group somebody takes part in: read first, so that the group is locked before its places. */
export const groupOfParticipant = async (db: Reader, participantId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('participants as a')
      .innerJoin('places as p', 'p.id', 'a.place_id')
      .select('p.group_id as groupId')
      .where('a.id', '=', participantId)
      .executeTakeFirst()
  )?.groupId ?? null
