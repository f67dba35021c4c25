import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import {
  type Coming,
  type LetterSent,
  type MailSettings,
  type SessionMailKind,
  usualMailSettings,
} from './session-mail.ts'

const columns = (db: Reader) =>
  db
    .selectFrom('session_mail_settings')
    .select([
      'hub_id as hubId',
      'instructions_days as instructionsDays',
      'reminder_days as reminderDays',
      'own_words as ownWords',
    ])

/** How a hub writes before its sessions: as it has set, or as is usual. */
export const mailSettingsOf = async (db: Reader, hubId: string): Promise<MailSettings> =>
  (await columns(db).where('hub_id', '=', hubId).executeTakeFirst()) ?? usualMailSettings

/** The same of all hubs at once, which the one sweep over all of them asks. */
export const mailSettingsOfHubs = async (db: Reader): Promise<(hubId: string) => MailSettings> => {
  const byHub = new Map((await columns(db).execute()).map((row) => [row.hubId, row]))
  return (hubId) => byHub.get(hubId) ?? usualMailSettings
}

type Row = Omit<Coming, 'instructions' | 'reminder'> & { readonly letters: readonly StoredLetter[] }
type StoredLetter = {
  readonly kind: SessionMailKind
  readonly forDate: string
  readonly said: string
  readonly sequence: number
  readonly times: number
  readonly sentAt: string
}

const letterOf = (letters: readonly StoredLetter[], kind: SessionMailKind): LetterSent | null => {
  const row = letters.find((each) => each.kind === kind)
  return row
    ? { ...row, forDate: Temporal.PlainDate.from(row.forDate), sentAt: Temporal.Instant.from(row.sentAt) }
    : null
}

/**
 * Who comes to these sessions: everybody of whom it is stated or usual that they come, who was told the date
 * and has not given notice of not coming. Who has not been
 * told any date hears of it from the hub first.
 */
export const comingTo = async (db: Reader, sessionIds: readonly string[]): Promise<readonly Coming[]> => {
  if (sessionIds.length === 0) return []
  const { rows } = await sql<Row>`
    select distinct on (s.id, a.person_id) s.id as "sessionId", a.person_id as "personId", a.id as "participantId", n.name,
      o.name as organisation, o.authority_code as authority, t.sequence as "toldSequence", t.sent_at as "toldAt",
      (select e.address::text from email_addresses e where e.person_id = a.person_id and e.to_at is null and e.is_primary) as address,
      (select c.wording from expressions_of_interest i join cancellation_policies c on c.id = i.policy_id where i.place_id = p.id limit 1) as policy,
      coalesce((select jsonb_agg(jsonb_build_object('kind', l.kind, 'forDate', l.for_date, 'said', l.said, 'sequence', l.sequence,
        'times', l.times, 'sentAt', l.sent_at)) from session_letters l where l.session_id = s.id and l.person_id = a.person_id), '[]') as letters
    from sessions s
      join places p on p.group_id = s.group_id and p.status = 'held'
      join participants a on a.place_id = p.id and a.status = 'taking_part' and a.to_on is null
      join who_comes_to_sessions w on w.session_id = s.id and w.participant_id = a.id and w.comes
      join people n on n.id = a.person_id and n.erased_at is null
      join organisations o on o.id = p.organisation_id
      join session_invitations t on t.session_id = s.id and t.person_id = a.person_id and t.method = 'REQUEST'
    where s.id = any(${[...sessionIds]}::uuid[])
      and not exists (select from cancellations c where c.session_id = s.id and c.participant_id = a.id and c.taken_back_at is null)
    order by s.id, a.person_id, p.held_at`.execute(db)
  return rows
    .map(({ letters, ...row }) => ({
      ...row,
      instructions: letterOf(letters, 'instructions'),
      reminder: letterOf(letters, 'reminder'),
    }))
    .toSorted((one, other) => one.organisation.localeCompare(other.organisation) || one.name.localeCompare(other.name))
}

export type Contact = {
  readonly email: string | null
  readonly telephone: string | null
  readonly leads: string | null
}

/** Whom the people of a group ask: the contact of its offer or its hub, and who leads it. */
export const contactOf = async (db: Reader, groupId: string, today: Temporal.PlainDate): Promise<Contact> =>
  db
    .selectFrom('groups as g')
    .innerJoin('hubs as h', 'h.id', 'g.hub_id')
    .leftJoin('offers as o', 'o.id', 'g.offer_id')
    .select(sql<string | null>`coalesce(o.contact_email, h.email)`.as('email'))
    .select(sql<string | null>`coalesce(o.contact_telephone, h.telephone)`.as('telephone'))
    .select(
      sql<string | null>`(select string_agg(distinct n.name, ', ') from roles r join people n on n.id = r.person_id
        where r.group_id = g.id and r.role = 'group_lead' and (r.to_on is null or r.to_on >= ${today}))`.as('leads'),
    )
    .where('g.id', '=', groupId)
    .executeTakeFirstOrThrow()

/** What was sent before the sessions of a hub's groups, since a moment, the latest first. */
export const mailSentBefore = async (db: Reader, hubId: string, since: Temporal.Instant) =>
  (
    await db
      .selectFrom('session_letters as l')
      .innerJoin('sessions as s', 's.id', 'l.session_id')
      .innerJoin('groups as g', 'g.id', 's.group_id')
      .select(['l.session_id as sessionId', 'l.kind', 'g.name as group', 's.on_date as date'])
      .select((select) => [select.fn.countAll<number>().as('people'), select.fn.max('l.sent_at').as('lastAt')])
      .where('g.hub_id', '=', hubId)
      .where('l.sent_at', '>=', since)
      .groupBy(['l.session_id', 'l.kind', 'g.name', 's.on_date'])
      .orderBy('lastAt', 'desc')
      .limit(30)
      .execute()
  ).map((row) => ({ ...row, kind: row.kind as SessionMailKind, people: Number(row.people) }))
