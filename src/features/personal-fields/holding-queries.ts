import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Holding, Whose } from './holding.ts'
import { holdings } from './personal-fields.ts'

/** A person, and the addresses and names by which their data is found where their id does not stand. */
export type DataSubject = {
  readonly personId: string
  /** Their id, and those of records that were merged into theirs. */
  readonly personIds: readonly string[]
  readonly addresses: readonly string[]
  readonly names: readonly string[]
}

type Condition = RawBuilder<boolean>

/** The ids of a person's own records. */
const ownRecords = (of: 'participants' | 'expressions_of_interest', { personIds, addresses }: DataSubject) =>
  of === 'participants'
    ? sql`select id from participants where person_id = any(${[...personIds]}::uuid[])`
    : sql`select id from expressions_of_interest where sender_person_id = any(${[...personIds]}::uuid[]) or person_id = any(${[...personIds]}::uuid[])
        or (sender_person_id is null and sender_email = any(${[...addresses]}::citext[]))`

/** The events about a person: about them, a record of theirs, or what hangs on it; `asSubject`: that were first of all about it. */
export const eventsAbout = (subject: DataSubject, asSubject = false) => {
  const seen = asSubject
    ? sql`select e.id as event_id, e.subject_type, e.subject_id from events e`
    : sql`select x.event_id, x.subject_type, x.subject_id from event_subjects x`
  const own = ownRecords('participants', subject)
  return sql`
    select s.event_id from (${seen}) s where s.subject_type = 'person' and s.subject_id = any(${[...subject.personIds]}::uuid[])
    union select s.event_id from (${seen}) s where s.subject_type = 'participant' and s.subject_id in (${own})
    union select s.event_id from (${seen}) s where s.subject_type = 'interest' and s.subject_id in (${ownRecords('expressions_of_interest', subject)})
    union select s.event_id from (${seen}) s where s.subject_type = 'charge' and s.subject_id in (select c.id from charges c where c.participant_id in (${own}))
    union select s.event_id from (${seen}) s where s.subject_type = 'statement' and s.subject_id in (select t.id from statements t where t.participant_id in (${own}))`
}

const leadsTo = (whose: Whose, holding: Holding, subject: DataSubject): Condition => {
  const column = sql.ref(`t.${whose.column}`)
  if (whose.by === 'person') return sql`${column} = any(${[...subject.personIds]}::uuid[])`
  if (whose.by === 'people') return sql`${column} && ${[...subject.personIds]}::uuid[]`
  // As lists that are made once: beside other ways to the same row a sub-select would read the whole table.
  if (whose.by === 'record') return sql`${column} = any(array(${ownRecords(whose.of, subject)}))`
  if (whose.by === 'event') return sql`${column} = any(array(${eventsAbout(subject)}))`
  // An address counts where nobody's id stands: an address may have been somebody else's once.
  const known = whose.always ? undefined : holding.whose.find(({ by }) => by === 'person')
  const isNobodys = known ? sql` and ${sql.ref(`t.${known.column}`)} is null` : sql``
  return sql`(${column}::citext = any(${[...subject.addresses]}::citext[])${isNobodys})`
}

/** Whether a row `t` of a holding is about the person. */
export const belongsTo = (holding: Holding, subject: DataSubject): Condition =>
  holding.whose.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`(${sql.join(
        holding.whose.map((whose) => leadsTo(whose, holding, subject)),
        sql` or `,
      )})`

/** The person a row `t` of a holding is about, as an id or, where none stands, an address. */
export const personIn = ({ whose }: Holding): RawBuilder<string | null> =>
  sql`coalesce(${sql.join([
    ...whose.map(({ by, column, ...way }) => {
      const value = sql.ref(`t.${column}`)
      if (by === 'person') return sql`${value}::text`
      if (by === 'people') return sql`${value}[1]::text`
      if (by === 'address') return sql`lower(${value}::text)`
      const of = 'of' in way ? way.of : 'events'
      if (of === 'participants') return sql`(select a.person_id::text from participants a where a.id = ${value})`
      if (of === 'events')
        return sql`(select s.subject_id::text from event_subjects s where s.event_id = ${value} and s.subject_type = 'person' limit 1)`
      return sql`(select coalesce(i.sender_person_id::text, lower(i.sender_email::text)) from expressions_of_interest i where i.id = ${value})`
    }),
    sql`null`,
  ])})`

/** How many rows of each holding are about the person; holdings without any are left out. */
export const rowsAbout = async (
  db: Reader,
  subject: DataSubject,
): Promise<readonly { holding: Holding; rows: number }[]> => {
  const counts = holdings.map(
    (holding) =>
      sql`select ${sql.lit(holding.key)} as key, count(*) as count from ${sql.table(holding.table)} t where ${belongsTo(holding, subject)}`,
  )
  const { rows } = await sql<{ key: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(db)
  const countOf = new Map(rows.map(({ key, count }) => [key, count]))
  return holdings.flatMap((holding) => {
    const count = countOf.get(holding.key) ?? 0
    return count > 0 ? [{ holding, rows: count }] : []
  })
}

/** The addresses that are or were a person's, but for those that are somebody else's today. */
const addressesOf = async (db: Reader, personIds: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await sql<{ address: string }>`
    select distinct lower(address::text) as address from (
      select address from email_addresses where person_id = any(${[...personIds]}::uuid[])
      union select address from address_changes where person_id = any(${[...personIds]}::uuid[])
      union select former_address from address_changes where person_id = any(${[...personIds]}::uuid[])) known
    where address is not null and not exists (
      select from email_addresses e where e.address = known.address and e.to_at is null and e.person_id <> all(${[...personIds]}::uuid[]))`.execute(
    db,
  )
  return rows.map(({ address }) => address)
}

/** Every name, address and number that stands for the person anywhere. */
const namesOf = async (db: Reader, subject: DataSubject): Promise<readonly string[]> => {
  const named = holdings.flatMap((holding) =>
    Object.entries(holding.fields)
      .filter(([, { names }]) => names)
      .map(
        ([column]) =>
          sql`select ${sql.ref(`t.${column}`)}::text as name from ${sql.table(holding.table)} t where ${belongsTo(holding, subject)}`,
      ),
  )
  const { rows } = await sql<{ name: string | null }>`${sql.join(named, sql` union `)}`.execute(db)
  const names = rows.flatMap(({ name }) => name?.trim() || [])
  return [...new Set([...subject.addresses, ...names])]
}

/** A person as the subject of their data; null when nobody has this id, or they were erased. */
export const dataSubject = async (db: Reader, personId: string): Promise<DataSubject | null> => {
  const person = await db
    .selectFrom('people')
    .select('id')
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (!person) return null
  const personIds = [personId]
  const known = { personId, personIds, addresses: await addressesOf(db, personIds), names: [] }
  return { ...known, names: await namesOf(db, known) }
}
