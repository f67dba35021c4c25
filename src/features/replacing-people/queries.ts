import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { isId } from '../../vocabulary/ids.ts'
import type { SuccessorAsked } from './successor.ts'

const namedFor = sql<number>`(select count(*)::int from participants o where o.place_id = p.id and o.to_on is null and o.part <> 'substitute')`

const asked = (db: Reader, condition: RawBuilder<unknown>, today: Temporal.PlainDate) =>
  sql<SuccessorAsked>`
    select s.participant_id as "participantId", n.id as "personId", n.name as person, a.part, a.post, a.to_on as "leftOn",
      p.id as "placeId", p.people_count as "peopleCount", ${namedFor} as named, o.id as "organisationId", o.name as organisation, o.authority_code as authority,
      g.id as "groupId", g.name as "group", j.title as project, h.id as "hubId", h.slug as "hubSlug", m.name as hub, h.email as "hubEmail",
      array(select x.hub_id from group_partner_hubs x where x.group_id = g.id) as "partnerHubIds",
      array(select distinct w.hub_id from hubs_of_place(p.id, ${today}) w) as "hubIds",
      array(select i.id from expressions_of_interest i where i.place_id = p.id) as "interestIds",
      (select min(t.on_date) from sessions t where t.group_id = g.id and t.status in ('provisional', 'confirmed') and t.on_date >= ${today}) as "nextOn",
      s.by_on as "byOn", s.asked_at as "askedAt", s.reminded_at as "remindedAt", s.overdue_told_for as "overdueToldFor",
      s.said_nobody_at is not null as "saysNobody", s.exception, s.exception_reason as "exceptionReason", s.exception_answer as "exceptionAnswer", s.status, s.settled_at as "settledAt", f.name as successor
    from successors_asked s join participants a on a.id = s.participant_id join people n on n.id = a.person_id
      join places p on p.id = s.place_id join organisations o on o.id = p.organisation_id
      join groups g on g.id = p.group_id join projects j on j.id = g.project_id
      join hubs h on h.id = g.hub_id join hub_names m on m.hub_id = h.id and m.to_on is null
      left join participants b on b.id = s.successor_participant_id left join people f on f.id = b.person_id
    where ${condition}
    order by s.status <> 'open', s.settled_at desc nulls first, s.by_on, o.name, s.participant_id`.execute(db)

/** Somebody who has left, as the school was asked who follows. */
export const successorAsked = async (
  db: Reader,
  participantId: string,
  today: Temporal.PlainDate,
): Promise<SuccessorAsked | null> =>
  isId(participantId) ? ((await asked(db, sql`s.participant_id = ${participantId}`, today)).rows[0] ?? null) : null

/** What is open and falls due by a day, of a hub or of all, of one who has left or of all. */
export const successorsDue = async (
  db: Reader,
  {
    hubId,
    participantId,
    by,
  }: { readonly hubId: string | null; readonly participantId: string | null; readonly by: Temporal.PlainDate },
  today: Temporal.PlainDate,
): Promise<readonly SuccessorAsked[]> => {
  const ofHub = hubId === null ? sql`true` : sql`g.hub_id = ${hubId}`
  const ofOne = participantId === null ? sql`true` : sql`s.participant_id = ${participantId}`
  return (await asked(db, sql`s.status = 'open' and s.by_on <= ${by} and ${ofHub} and ${ofOne}`, today)).rows
}

const settledShown = 30

/** Whom the schools in a hub's groups were asked to replace: what is open first, the next day before the later; then what was settled last. */
export const successorsOfHub = async (
  db: Reader,
  hubId: string,
  today: Temporal.PlainDate,
): Promise<readonly SuccessorAsked[]> => {
  const { rows } = await asked(db, sql`g.hub_id = ${hubId}`, today)
  const open = rows.filter(({ status }) => status === 'open')
  return [...open, ...rows.filter(({ status }) => status !== 'open').slice(0, settledShown)]
}

/** The successors that a place still owes. */
export const successorsOfPlace = async (
  db: Reader,
  placeId: string,
  today: Temporal.PlainDate,
): Promise<readonly SuccessorAsked[]> =>
  (await asked(db, sql`s.place_id = ${placeId} and s.status = 'open'`, today)).rows

/** How many successors are waited for in the groups of a hub, and how many of them wait for the hub. */
export const countSuccessorsAwaited = async (
  db: Reader,
  hubId: string,
  today: Temporal.PlainDate,
): Promise<{ readonly open: number; readonly toDecide: number }> =>
  (
    await sql<{ open: number; toDecide: number }>`
      select count(*)::int as open, (count(*) filter (where s.by_on < ${today} or s.said_nobody_at is not null or s.exception in ('asked', 'refused')))::int as "toDecide"
      from successors_asked s join places p on p.id = s.place_id join groups g on g.id = p.group_id
      where s.status = 'open' and g.hub_id = ${hubId}`.execute(db)
  ).rows[0] ?? { open: 0, toDecide: 0 }

/** Somebody as they take part under a place today. */
export const participantOf = async (
  db: Reader,
  { placeId, personId }: { readonly placeId: string; readonly personId: string },
): Promise<string | null> =>
  (
    await db
      .selectFrom('participants')
      .select('id')
      .where('place_id', '=', placeId)
      .where('person_id', '=', personId)
      .where('to_on', 'is', null)
      .where('part', '<>', 'substitute')
      .executeTakeFirst()
  )?.id ?? null
