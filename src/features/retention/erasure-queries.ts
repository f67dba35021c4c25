import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { DataSubject } from '../personal-fields/index.ts'
import { columnsIn, textsThatMayName } from '../personal-fields/index.ts'
import type { Erased } from './erased-list.ts'
import { mentionPattern, tellingWords } from './mention.ts'

/** What stands against erasing a person today, each with what to do first. */
export type Obstacle = { readonly obstacle: string; readonly first: string }

type Rule = {
  readonly first: string
  readonly query: (personId: string, today: Temporal.PlainDate) => ReturnType<typeof sql<{ obstacle: string }>>
}

const rules: readonly Rule[] = [
  {
    first: 'Settle the charge: have it paid, waived or credited.',
    query: (personId) => sql`
      select format('A charge of £%s for %s is open.', to_char(c.amount_pence / 100.0, 'FM999990.00'), g.name) as obstacle
      from charges c join participants a on a.id = c.participant_id join places p on p.id = c.place_id join groups g on g.id = p.group_id
      where a.person_id = ${personId} and c.status in ('proposed', 'confirmed')`,
  },
  {
    first: 'Name somebody else for the place, or give the place up.',
    query: (personId, today) => sql`
      select format('They take part in %s.', g.name) as obstacle
      from participants a join places p on p.id = a.place_id join groups g on g.id = p.group_id
      where a.person_id = ${personId} and a.status in ('named', 'taking_part') and (a.to_on is null or a.to_on >= ${today})
        and p.status in ('offered', 'held') and g.status in ('forming', 'confirmed', 'running')`,
  },
  {
    first: 'Withdraw the request, or let the hub decide it.',
    query: (personId) => sql`
      select format('Their request to join %s is open.', r.title) as obstacle
      from expressions_of_interest i join projects r on r.id = i.project_id
      where (i.sender_person_id = ${personId} or i.person_id = ${personId}) and i.status in ('received', 'confirmed', 'waiting', 'offered')`,
  },
  {
    first: 'Give the group another lead, and end this part.',
    query: (personId, today) => sql`
      select format('They lead %s.', g.name) as obstacle from roles r join groups g on g.id = r.group_id
      where r.person_id = ${personId} and r.role = 'group_lead' and (r.to_on is null or r.to_on >= ${today})
        and g.status in ('forming', 'confirmed', 'running')`,
  },
  {
    first: 'Give the part to somebody else first, so that the work does not stop.',
    query: (personId, today) => sql`
      select format('Nobody else is %s there.', case r.role when 'hub_lead' then 'hub lead' else 'of the national team' end) as obstacle
      from roles r where r.person_id = ${personId} and r.role in ('hub_lead', 'national_team') and (r.to_on is null or r.to_on >= ${today})
        and not exists (select from roles o join people e on e.id = o.person_id where o.role = r.role and o.hub_id is not distinct from r.hub_id
          and o.person_id <> r.person_id and o.from_on <= ${today} and (o.to_on is null or o.to_on >= ${today}) and e.erased_at is null)`,
  },
]

/** Everything that has to be done first; empty when the person can be erased. */
export const obstaclesTo = async (
  db: Reader,
  personId: string,
  today: Temporal.PlainDate,
): Promise<readonly Obstacle[]> => {
  const found: Obstacle[] = []
  for (const { first, query } of rules) {
    const { rows } = await query(personId, today).execute(db)
    found.push(...rows.map(({ obstacle }) => ({ obstacle, first })))
  }
  return found
}

/** Others of the same name: their own records must not lose it. */
export const namesakesOf = async (db: Reader, subject: DataSubject): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from people
    where lower(name) = any(select lower(each) from unnest(${[...subject.names]}::text[]) each) and id <> ${subject.personId} and erased_at is null`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** How many records of each table name the person in a text somebody wrote. */
export const mentionsOf = async (
  db: Reader,
  subject: DataSubject,
): Promise<readonly { table: string; rows: number }[]> => {
  const pattern = mentionPattern(tellingWords(subject.names))
  if (pattern === null) return []
  const found: { table: string; rows: number }[] = []
  for (const [table, texts] of Object.entries(textsThatMayName)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)} t where ${sql.join(
      columnsIn(texts).map((column) => sql`${sql.ref(`t.${column}`)}::text ~* ${pattern}`),
      sql` or `,
    )}`.execute(db)
    const count = rows[0]?.count ?? 0
    if (count > 0) found.push({ table, rows: count })
  }
  return found
}

/** Who has asked to be erased, or was proposed. */
const requests = (db: Reader) =>
  db
    .selectFrom('erasure_requests as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .innerJoin('people as a', 'a.id', 'r.asked_by_person_id')
    .select(['r.id', 'r.person_id', 'r.reason', 'r.asked_at', 'r.status', 'r.decided_at', 'r.decision_reason'])
    .select(['p.name', 'a.name as asked_by', 'r.asked_by_person_id'])

export type ErasureRequest = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number]

export const openErasures = (db: Reader): Promise<readonly ErasureRequest[]> =>
  requests(db).where('r.status', '=', 'asked').orderBy('r.asked_at').execute()

export const settledErasures = (db: Reader, most: number): Promise<readonly ErasureRequest[]> =>
  requests(db).where('r.status', '<>', 'asked').orderBy('r.decided_at', 'desc').limit(most).execute()

export const erasureById = async (db: Reader, id: string): Promise<ErasureRequest | null> =>
  (await requests(db).where('r.id', '=', id).executeTakeFirst()) ?? null

export const erasuresOf = (db: Reader, personId: string): Promise<readonly ErasureRequest[]> =>
  requests(db).where('r.person_id', '=', personId).orderBy('r.asked_at', 'desc').execute()

/** Everybody who was erased, with when, as the history says. */
export const erasedPeople = async (db: Reader): Promise<readonly Erased[]> => {
  const { rows } = await sql<{ personId: string; at: Temporal.Instant; mentionsByName: boolean | null }>`
    select distinct on (subject_id) subject_id as "personId", occurred_at as at, (particulars ->> 'mentionsByName')::boolean as "mentionsByName"
    from events where name = 'person.erased' order by subject_id, id desc`.execute(db)
  return rows.map(({ personId, at, mentionsByName }) => ({
    personId,
    at: at.toString(),
    mentionsByName: mentionsByName === true,
  }))
}

/** Which of these people are known and not erased. */
export const knownOf = async (db: Reader, personIds: readonly string[]): Promise<ReadonlySet<string>> =>
  personIds.length === 0
    ? new Set()
    : new Set(
        (
          await db
            .selectFrom('people')
            .select('id')
            .where('id', 'in', [...personIds])
            .where('erased_at', 'is', null)
            .execute()
        ).map(({ id }) => id),
      )
