import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

const daysBack = 31

const sessionsToCome = (today: Temporal.PlainDate) => sql`
  (not exists (select from sessions t where t.group_id = g.id)
    or exists (select from sessions t where t.group_id = g.id and t.status in ('provisional', 'confirmed') and (t.on_date is null or t.on_date >= ${today})))`

/** Who has left a held place of a school during the year, while there is room for somebody in their stead; the last who left first. */
export const leftWithoutSuccessor = async (db: Reader, today: Temporal.PlainDate): Promise<readonly string[]> =>
  (
    await sql<{ id: string }>`
      select a.id from participants a join places p on p.id = a.place_id join groups g on g.id = p.group_id
      where a.status = 'left' and a.part <> 'substitute' and a.to_on between ${today.subtract({ days: daysBack })} and ${today}
        and p.status = 'held' and p.person_id is null and g.status in ('forming', 'confirmed', 'running') and ${sessionsToCome(today)}
        and not exists (select from successors_asked s where s.participant_id = a.id)
        and not exists (select from participants b where b.place_id = p.id and b.person_id = a.person_id and b.to_on is null)
        and (select count(*) from participants o where o.place_id = p.id and o.to_on is null and o.part <> 'substitute')
          + (select count(*) from successors_asked s where s.place_id = p.id and s.status = 'open') < p.people_count
      order by a.to_on desc, a.id desc`.execute(db)
  ).rows.map(({ id }) => id)

type Vacancy = {
  readonly placeId: string
  readonly groupId: string
  readonly free: number
  readonly nextOn: Temporal.PlainDate | null
  readonly samePeople: boolean
}

/** The place of somebody who has left, and how many more could be named for it than are, or were asked for. */
export const vacancyAfter = async (
  db: Reader,
  participantId: string,
  today: Temporal.PlainDate,
): Promise<Vacancy | null> =>
  (
    await sql<Vacancy>`
      select p.id as "placeId", p.group_id as "groupId", (p.people_count
        - (select count(*) from participants o where o.place_id = p.id and o.to_on is null and o.part <> 'substitute')
        - (select count(*) from successors_asked s where s.place_id = p.id and s.status = 'open'))::int as free,
        (select min(t.on_date) from sessions t where t.group_id = p.group_id and t.status in ('provisional', 'confirmed') and t.on_date >= ${today}) as "nextOn",
        j.same_people_all_year as "samePeople"
      from participants a join places p on p.id = a.place_id join projects j on j.id = p.project_id where a.id = ${participantId}`.execute(
      db,
    )
  ).rows[0] ?? null

/** What is no longer to be asked: the place or the group is over, or somebody is named in another way. The oldest first. */
export const noLongerOwed = async (db: Reader): Promise<readonly { readonly id: string; readonly isOver: boolean }[]> =>
  (
    await sql<{ id: string; isOver: boolean }>`
      select s.participant_id as id, p.status <> 'held' or g.status not in ('forming', 'confirmed', 'running') as "isOver"
      from successors_asked s join places p on p.id = s.place_id join groups g on g.id = p.group_id
      where s.status = 'open' and (p.status <> 'held' or g.status not in ('forming', 'confirmed', 'running')
        or (select count(*) from participants o where o.place_id = p.id and o.to_on is null and o.part <> 'substitute')
          + (select count(*) from successors_asked x where x.place_id = p.id and x.status = 'open' and (x.asked_at, x.participant_id) >= (s.asked_at, s.participant_id)) > p.people_count)
      order by s.asked_at, s.participant_id`.execute(db)
  ).rows

export type Contact = { readonly personId: string; readonly name: string; readonly address: string }

/** Whom of a school to ask: who leads it and who sent its request; where nobody of them can be written to, who else takes part for it. Nobody who has left it. */
export const contactsFor = async (
  db: Reader,
  {
    placeId,
    organisationId,
    personId,
    today,
  }: {
    readonly placeId: string
    readonly organisationId: string
    readonly personId: string
    readonly today: Temporal.PlainDate
  },
): Promise<readonly Contact[]> => {
  const { rows } = await sql<Contact & { rank: number }>`
    select distinct on (n.id) n.id as "personId", n.name, e.address::text as address, c.rank
    from (
      select r.person_id, 1 as rank from roles r where r.role = 'school_lead' and r.organisation_id = ${organisationId}
        and r.from_on <= ${today} and (r.to_on is null or r.to_on >= ${today})
      union all select i.sender_person_id, 1 from expressions_of_interest i where i.place_id = ${placeId} and i.sender_person_id is not null
      union all select a.person_id, 2 from participants a where a.place_id = ${placeId} and a.to_on is null and a.part <> 'substitute'
    ) c join people n on n.id = c.person_id and n.erased_at is null
      join email_addresses e on e.person_id = n.id and e.to_at is null and e.is_primary
    where n.id <> ${personId}
      and not exists (select from person_moves m where m.person_id = n.id and m.from_organisation_id = ${organisationId}
        and not exists (select from posts t where t.person_id = n.id and t.organisation_id = ${organisationId} and t.to_on is null))
    order by n.id, c.rank`.execute(db)
  const first = rows.filter(({ rank }) => rank === 1)
  return first.length > 0 ? first : rows
}

/** Who leads a group and can be written to. */
export const leadsOf = async (db: Reader, groupId: string, today: Temporal.PlainDate): Promise<readonly Contact[]> =>
  (
    await sql<Contact>`
      select distinct on (n.id) n.id as "personId", n.name, e.address::text as address
      from roles r join people n on n.id = r.person_id and n.erased_at is null
        join email_addresses e on e.person_id = n.id and e.to_at is null and e.is_primary
      where r.role = 'group_lead' and r.group_id = ${groupId} and r.from_on <= ${today} and (r.to_on is null or r.to_on >= ${today})
      order by n.id`.execute(db)
  ).rows
