import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { type ExpectedElsewhere, elsewhere } from './queries.ts'
import type { SuccessorAwaited } from './session.ts'
import { type AwaitedRow, awaitedOf, successorsAwaited } from './successors-queries.ts'
import type { Recipient } from './telling.ts'

const recipients = (groupId: string, today: Temporal.PlainDate) => sql<Recipient>`
    select distinct on (x.person_id) x.person_id as "personId", n.name, x.part as "as", x.organisation, x.place_id as "placeId", x.participant_id as "participantId",
      (select e.address::text from email_addresses e where e.person_id = x.person_id and e.to_at is null and e.is_primary) as address
    from (
      select r.person_id, 'lead' as part, null::text as organisation, null::uuid as place_id, null::uuid as participant_id, 1 as rank from roles r
        where r.group_id = ${groupId} and r.role = 'group_lead' and (r.to_on is null or r.to_on >= ${today})
      union all
      select a.person_id, 'participant', o.name, p.id, a.id, 2 from participants a join places p on p.id = a.place_id join organisations o on o.id = p.organisation_id
        where p.group_id = ${groupId} and p.status = 'held' and a.status = 'taking_part' and a.to_on is null and a.part <> 'substitute'
      union all
      select distinct a.person_id, 'participant', o.name, p.id, a.id, 3 from participants a join places p on p.id = a.place_id join organisations o on o.id = p.organisation_id
          join who_comes w on w.participant_id = a.id and w.comes join sessions s on s.id = w.session_id and s.on_date >= ${today}
        where p.group_id = ${groupId} and p.status = 'held' and a.part = 'substitute'
    ) x join people n on n.id = x.person_id where n.erased_at is null order by x.person_id, x.rank`

const inOrder = (rows: readonly Recipient[]): readonly Recipient[] =>
  rows.toSorted((a, b) => (a.organisation ?? '').localeCompare(b.organisation ?? '') || a.name.localeCompare(b.name))

/** Whom the dates of a group concern: everybody who takes part under a held place, substitutes of sessions to come among them, and its leads; each once. */
export const recipientsOfGroup = async (
  db: Reader,
  groupId: string,
  today: Temporal.PlainDate,
): Promise<readonly Recipient[]> => inOrder((await recipients(groupId, today).execute(db)).rows)

export type InvitationTold = {
  readonly sessionId: string
  readonly personId: string
  readonly sequence: number
  readonly method: string
  readonly sentAt: Temporal.Instant
  /** The SEQUENCE that their calendar was given. */
  readonly sentSequence: number
}

const invitations = (db: Reader, groupId: string) =>
  db
    .selectFrom('session_invitations as i')
    .innerJoin('sessions as s', 's.id', 'i.session_id')
    .select(['i.session_id as sessionId', 'i.person_id as personId', 'i.sequence', 'i.method', 'i.sent_at as sentAt'])
    .select('i.sent_sequence as sentSequence')
    .where('s.group_id', '=', groupId)

/** Who has been told which version of which session of a group. */
export const invitationsOfGroup = (db: Reader, groupId: string): Promise<InvitationTold[]> =>
  invitations(db, groupId).execute()

const coming = (groupId: string) => sql<{ pair: string }>`
    select concat(w.session_id, ':', w.person_id) as pair from who_comes_to_sessions w where w.group_id = ${groupId} and w.comes
    union select concat(s.id, ':', r.person_id) from sessions s join roles r on r.group_id = s.group_id and r.role = 'group_lead'
      where s.group_id = ${groupId} and (s.on_date is null or r.to_on is null or r.to_on >= s.on_date)
        and (s.on_date is null or r.from_on <= s.on_date or r.from_on <= coalesce(r.granted_at::date, r.from_on))`

type AroundDates = {
  readonly recipients: readonly Recipient[]
  readonly invitations: readonly InvitationTold[]
  readonly clashes: readonly ExpectedElsewhere[]
  /** Which session each person comes to, or leads, as `session:person`. */
  readonly coming: ReadonlySet<string>
  /** Who has left, with the school asked who follows. */
  readonly successors: readonly SuccessorAwaited[]
}

type AroundRow = Pick<AroundDates, 'recipients' | 'clashes'> & {
  readonly invitations: readonly (Omit<InvitationTold, 'sentAt'> & { readonly sentAt: string })[]
  readonly coming: readonly string[]
  readonly successors: readonly AwaitedRow[]
}

/** Whom the dates of a group concern, what they have been told, and who is expected elsewhere at the same time: asked for at once. */
export const aroundDates = async (db: Reader, groupId: string, today: Temporal.PlainDate): Promise<AroundDates> => {
  const { rows } = await sql<AroundRow>`
    select (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (${recipients(groupId, today)}) x) as recipients,
      (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (${invitations(db, groupId)}) x) as invitations,
      (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (${elsewhere(groupId)}) x) as clashes,
      (select coalesce(jsonb_agg(x.pair), '[]') from (${coming(groupId)}) x) as coming,
      (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (${successorsAwaited(groupId)}) x) as successors`.execute(db)
  const [found = { recipients: [], invitations: [], clashes: [], coming: [], successors: [] }] = rows
  return {
    recipients: inOrder(found.recipients),
    invitations: found.invitations.map((each) => ({ ...each, sentAt: Temporal.Instant.from(each.sentAt) })),
    clashes: found.clashes,
    coming: new Set(found.coming),
    successors: found.successors.map(awaitedOf),
  }
}

/** Which session each person of a group comes to, or leads, as `session:person`. */
export const comingTo = async (db: Reader, groupId: string): Promise<ReadonlySet<string>> =>
  new Set((await coming(groupId).execute(db)).rows.map(({ pair }) => pair))

/** Everybody whom the dates of a group concern and who can be written to, and whether they have been told any of them. */
export const peopleOfDates = async (
  db: Reader,
  groupId: string,
  today: Temporal.PlainDate,
): Promise<readonly { readonly name: string; readonly isTold: boolean }[]> => {
  const [recipients, told] = [await recipientsOfGroup(db, groupId, today), await invitationsOfGroup(db, groupId)]
  const known = new Set(told.filter(({ method }) => method === 'REQUEST').map(({ personId }) => personId))
  return recipients
    .filter(({ address }) => address !== null)
    .map(({ name, personId }) => ({ name, isTold: known.has(personId) }))
}

/** Who writes to the people of a group: its hub, and where it is reached. */
export const senderOfGroup = (db: Reader, groupId: string) =>
  db
    .selectFrom('groups as g')
    .innerJoin('hubs as h', 'h.id', 'g.hub_id')
    .innerJoin('projects as p', 'p.id', 'g.project_id')
    .leftJoin('offers as o', 'o.id', 'g.offer_id')
    .leftJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .select(['g.name as groupName', 'p.title as projectTitle'])
    .select(sql<string>`coalesce(n.name, h.slug)`.as('hubName'))
    .select(sql<string | null>`coalesce(o.contact_email, h.email)`.as('hubEmail'))
    .where('g.id', '=', groupId)
    .executeTakeFirstOrThrow()

export type Leaver = { readonly groupId: string; readonly personId: string }

// Coming dates that somebody has in their calendar from us though they neither come to them nor lead any more.
const datesOfLeavers = (today: Temporal.PlainDate) => sql`
  from session_invitations i join sessions s on s.id = i.session_id
  where i.method = 'REQUEST' and s.status in ('provisional', 'confirmed') and s.on_date >= ${today}
    and not exists (select from who_comes_to_sessions w join participants a on a.id = w.participant_id join places p on p.id = a.place_id
      where w.session_id = s.id and w.person_id = i.person_id and w.comes and p.status in ('held', 'completed')
        and (a.to_on is null or a.part = 'substitute'))
    and not exists (select from roles r where r.person_id = i.person_id and r.group_id = s.group_id and r.role = 'group_lead'
      and (r.to_on is null or r.to_on >= s.on_date))`

/** Who has dates of a group still in their calendar to which they come no more. */
export const leavers = async (db: Reader, today: Temporal.PlainDate): Promise<readonly Leaver[]> =>
  (
    await sql<Leaver>`select distinct s.group_id as "groupId", i.person_id as "personId" ${datesOfLeavers(today)}`.execute(
      db,
    )
  ).rows

/** The sessions of a group that somebody was told of, comes to no more and was not yet released from. */
export const sessionsToCallOff = async (
  db: Reader,
  { groupId, personId }: Leaver,
  today: Temporal.PlainDate,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`select s.id ${datesOfLeavers(today)}
    and s.group_id = ${groupId} and i.person_id = ${personId}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Whether somebody still takes part in a group, be it that they do not come to all of its sessions. */
export const takesPartIn = async (db: Reader, { groupId, personId }: Leaver): Promise<boolean> =>
  (await db
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .select('a.id')
    .where('a.person_id', '=', personId)
    .where('p.group_id', '=', groupId)
    .where('p.status', '=', 'held')
    .where('a.to_on', 'is', null)
    .executeTakeFirst()) !== undefined

/** Where somebody is written to, by name; null when they were erased. */
export const addresseeOf = (db: Reader, personId: string) =>
  db
    .selectFrom('people as n')
    .leftJoin('email_addresses as e', (join) =>
      join.onRef('e.person_id', '=', 'n.id').on('e.to_at', 'is', null).on('e.is_primary', '=', true),
    )
    .select(['n.name', 'e.address'])
    .where('n.id', '=', personId)
    .where('n.erased_at', 'is', null)
    .orderBy('e.confirmed_at')
    .executeTakeFirst()
