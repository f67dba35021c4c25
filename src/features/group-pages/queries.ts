import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { actingOf } from '../../vocabulary/actor.ts'
import { isId } from '../../vocabulary/ids.ts'
import { personIdOf } from '../people/index.ts'

export type MemberSeen = {
  readonly participantId: string
  readonly personId: string
  readonly name: string
  readonly organisation: string
  readonly placeId: string
  readonly groupId: string
  readonly group: string
  readonly status: string
  readonly year: number
  readonly project: string
  readonly hub: string
  readonly hubEmail: string | null
  readonly leads: readonly string[]
}

/**
 * Whoever asks as one who takes part in a group today, signed in or by their personal link; null for everybody else, and once
 * they have left (domain rule 9). By a link the group is the one that the link is about.
 */
export const memberIn = async (context: Context, groupId: string | null): Promise<MemberSeen | null> => {
  const { actor, today } = context
  const byLink = actor.kind === 'link' && actor.purpose === 'cancel' ? actor.subjectId : null
  const personId = personIdOf(actor)
  if ((byLink === null && personId === null) || (groupId !== null && !isId(groupId))) return null
  const within = actingOf(actor)?.hubIds ?? null
  const { rows } = await sql<MemberSeen>`
    select a.id as "participantId", a.person_id as "personId", e.name, o.name as organisation, p.id as "placeId", g.id as "groupId", g.name as "group",
      g.status, g.year, j.title as project, coalesce(n.name, h.slug) as hub, coalesce(f.contact_email, h.email) as "hubEmail",
      array(select distinct l.name from roles r join people l on l.id = r.person_id where r.group_id = g.id and r.role = 'group_lead'
        and r.from_on <= ${today} and (r.to_on is null or r.to_on >= ${today}) order by 1) as leads
    from participants a join places p on p.id = a.place_id join people e on e.id = a.person_id join organisations o on o.id = p.organisation_id
      join groups g on g.id = p.group_id join projects j on j.id = g.project_id join hubs h on h.id = g.hub_id
      left join hub_names n on n.hub_id = h.id and n.to_on is null left join offers f on f.id = g.offer_id
    where p.status in ('held', 'completed') and a.to_on is null and a.part <> 'substitute' and e.erased_at is null
      and case when ${byLink}::uuid is not null then a.id = ${byLink} else a.person_id = ${personId} and g.id = ${groupId} end
      and (${within === null} or g.hub_id = any(${[...(within ?? [])]}::uuid[]))
    order by a.from_on desc limit 1`.execute(context.db)
  return rows[0] ?? null
}

/** What stands on the page of a group: links and files, those for a session with its number, the newest first. */
export const materialsOf = (db: Reader, groupId: string) =>
  db
    .selectFrom('group_materials as m')
    .leftJoin('sessions as s', 's.id', 'm.session_id')
    .leftJoin('people as a', 'a.id', 'm.added_by_person_id')
    .select(['m.id', 'm.title', 'm.url', 'm.file_name as fileName', 'm.bytes', 'm.added_at as addedAt'])
    .select(['m.session_id as sessionId', 's.number as session', 'a.name as addedBy'])
    .where('m.group_id', '=', groupId)
    .where('m.taken_back_at', 'is', null)
    .orderBy('s.number', (order) => order.asc().nullsFirst())
    .orderBy('m.added_at', 'desc')
    .orderBy('m.id', 'desc')
    .execute()

/** A file of a group's page with what is in it. */
export const fileOfGroup = async (db: Reader, groupId: string, id: string) => {
  if (!isId(id)) return null
  const row = await db
    .selectFrom('group_materials')
    .select(['file_name', 'file_type', 'content'])
    .where('group_id', '=', groupId)
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  if (!row?.file_name || !row.file_type || !row.content) return null
  return { name: row.file_name, type: row.file_type, content: row.content }
}

/** What was written to everybody in a group and not taken back, the latest first. */
export const messagesOf = (db: Reader, groupId: string) =>
  db
    .selectFrom('group_messages as m')
    .leftJoin('people as w', 'w.id', 'm.written_by_person_id')
    .select(['m.id', 'm.subject', 'm.body', 'm.people', 'm.written_at as writtenAt', 'm.sent_at as sentAt'])
    .select('w.name as writtenBy')
    .where('m.group_id', '=', groupId)
    .where('m.taken_back_at', 'is', null)
    .orderBy('m.written_at', 'desc')
    .orderBy('m.id', 'desc')
    .execute()

/** The sessions to which somebody comes. */
export const sessionsComeTo = async (db: Reader, participantId: string): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('who_comes_to_sessions')
    .select('session_id')
    .where('participant_id', '=', participantId)
    .where('comes', '=', true)
    .execute()
  return new Set(rows.flatMap(({ session_id: id }) => id ?? []))
}

export type Reached = {
  readonly personId: string
  readonly name: string
  readonly address: string
  readonly participantId: string | null
}

/** Everybody whom a message to a group reaches: who takes part, substitutes aside, and its leads, each once, but for whoever writes it. */
export const readersOf = async (
  db: Reader,
  group: { readonly id: string; readonly exceptPersonId: string | null; readonly today: Temporal.PlainDate },
): Promise<readonly Reached[]> =>
  (
    await sql<Reached>`
      select * from (select distinct on (x.person_id) x.person_id as "personId", n.name, x.participant_id as "participantId",
        (select e.address::text from email_addresses e where e.person_id = x.person_id and e.to_at is null and e.is_primary limit 1) as address
      from (
        select r.person_id, null::uuid as participant_id, 1 as rank from roles r where r.group_id = ${group.id} and r.role = 'group_lead'
          and r.from_on <= ${group.today} and (r.to_on is null or r.to_on >= ${group.today})
        union all
        select a.person_id, a.id, 2 from participants a join places p on p.id = a.place_id
          where p.group_id = ${group.id} and p.status = 'held' and a.to_on is null and a.part <> 'substitute'
      ) x join people n on n.id = x.person_id where n.erased_at is null and x.person_id is distinct from ${group.exceptPersonId}
      order by x.person_id, x.rank) y where address is not null order by name, "personId"`.execute(db)
  ).rows
