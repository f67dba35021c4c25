// A person with something of every kind that is held about people: what erasure and the report to a person are tried on.
import type { Pool } from 'pg'
import { columnsIn, type Holding, type Whose } from '../../src/features/personal-fields/holding.ts'
import { holdings } from '../../src/features/personal-fields/personal-fields.ts'
import { textsThatMayName } from '../../src/features/personal-fields/texts-that-may-name.ts'
import { newId } from '../../src/vocabulary/ids.ts'

export type WholePerson = {
  readonly id: string
  readonly name: string
  readonly address: string
  /** Whatever else stands for them: earlier names and addresses, numbers. */
  readonly also?: readonly string[]
}

type Column = { name: string; type: string; required: boolean; target: string | null; word: string | null }

const columnsOf = async (pool: Pool, table: string): Promise<readonly Column[]> => {
  const { rows } = await pool.query<Column>(
    `select a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull and not a.atthasdef as required,
      (select c.confrelid::regclass || '.' || (select f.attname from pg_attribute f where f.attrelid = c.confrelid and f.attnum = c.confkey[1]) from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'f' and c.conkey = array[a.attnum]) as target,
      (select substring(pg_get_constraintdef(c.oid) from 'ARRAY\\[''([^'']*)''') from pg_constraint c
        where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum] limit 1) as word
    from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
    [table],
  )
  return rows
}

/** Values that the database's own rules ask for, where any text or number would not do. */
const particular: Readonly<Record<string, unknown>> = {
  'erasure_requests.status': 'withdrawn',
  'import_rows.outcome': 'made',
  'imports.kind': 'people',
  'imports.offer_id': null,
  'imports.status': 'finished',
  'invitations.role': 'school_lead',
  'invitations.status': 'accepted',
  'move_decisions.decision': 'stays',
  'time_beside.minutes': 60,
  'possible_times.weekday': 1,
  'possible_times.from_at': '09:00',
  'possible_times.to_at': '12:00',
  'possible_duplicates.second_id': 'ffffffff-ffff-7fff-bfff-ffffffffffff',
  // What is over is let go of by itself.
  'passkey_challenges.expires_at': '2100-01-01T00:00:00Z',
  'person_moves.said_by': 'hub',
  'provider_visits.expires_at': '2100-01-01T00:00:00Z',
  'register_imports.register': 'schools',
  'register_questions.kind': 'unknown_authority',
  'register_questions.settled_at': '2021-10-01T09:00:00Z',
  'register_questions.settlement': '{}',
  'retention_settings.months': 12,
  'sign_in_requests.expires_at': '2100-01-01T00:00:00Z',
  'import_matchings.kind': 'people',
}

const givenToo = new Set(['invitations.organisation_id'])

const plainValue = (type: string, words: string): unknown => {
  if (type === 'uuid') return newId()
  if (type === 'uuid[]' || type === 'text[]') return []
  if (type === 'jsonb') return JSON.stringify({ words })
  if (type === 'bytea') return Buffer.from(newId())
  if (type === 'integer' || type === 'bigint') return 1
  if (type === 'boolean') return false
  if (type === 'date') return '2021-10-01'
  if (type.startsWith('timestamp')) return '2021-10-01T09:00:00Z'
  return words
}

// What is over already may be cleared away at any moment.
const neededValue = (name: string, type: string, word: string | null): unknown =>
  name === 'expires_at' ? '2040-01-01T00:00:00Z' : plainValue(type, word ?? 'Words')

/** Any row of the table; one is made where there is none. */
const anyOf = async (pool: Pool, target: string): Promise<unknown> => {
  const [table = '', column = ''] = target.split('.')
  const { rows } = await pool.query<{ key: unknown }>(`select ${column} as key from ${table} order by 1 limit 1`)
  return rows[0]?.key ?? (await insertRow(pool, table, () => undefined)).get(column)
}

type Given = (column: string, type: string) => unknown

/** Makes a row: what is given, and what its table cannot do without. */
const insertRow = async (pool: Pool, table: string, given: Given): Promise<ReadonlyMap<string, unknown>> => {
  const values = new Map<string, unknown>()
  for (const { name, type, required, target, word } of await columnsOf(pool, table)) {
    const place = `${table}.${name}`
    const value = given(name, type)
    if (value !== undefined) values.set(name, value)
    else if (place in particular) values.set(name, particular[place])
    else if ((required || givenToo.has(place)) && target) values.set(name, await anyOf(pool, target))
    else if (required) values.set(name, neededValue(name, type, word))
  }
  const names = [...values.keys()]
  await pool.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')}) on conflict do nothing`,
    [...values.values()],
  )
  return values
}

/** Makes a row of the table that leads to the person, with every name in it theirs. */
const makeRow = (pool: Pool, holding: Holding, person: WholePerson, own: Own) =>
  insertRow(pool, holding.table, (column, type) => {
    const [whose] = holding.whose
    if (whose?.column === column) return own(whose)
    if (!holding.fields[column]?.names) return undefined
    return plainValue(type, /address|email/.test(column) ? person.address : person.name)
  })

type Own = (whose: Whose) => unknown

const saidBy = ({ name, address, also = [] }: WholePerson): string => `Said by ${[name, address, ...also].join(', ')}.`

/** Every text that may name somebody, and every name, in a row of the person's names them now. */
const nameThem = async (pool: Pool, holding: Holding, person: WholePerson, condition: string): Promise<void> => {
  const texts = new Set(columnsIn(textsThatMayName[holding.table] ?? ''))
  for (const { name, type } of await columnsOf(pool, holding.table)) {
    if (!texts.has(name)) continue
    const value = type === 'jsonb' ? JSON.stringify([{ said: saidBy(person) }]) : saidBy(person)
    // Some texts stand only together with others, as a reason with what it is the reason for.
    await pool.query(`update ${holding.table} t set ${name} = $1 where ${condition}`, [value]).catch(() => null)
  }
}

/** Whether a row `t` leads to the person, as a plain condition. */
const conditionOf = (holding: Holding, own: Own): string =>
  holding.whose
    .map((whose) => {
      const value = own(whose)
      const literal = Array.isArray(value) ? `array['${value[0]}']::uuid[]` : `'${value}'`
      return whose.by === 'people' ? `t.${whose.column} @> ${literal}` : `t.${whose.column}::text = ${literal}`
    })
    .join(' or ') || 'false'

/** Gives a person of the demonstration world a part in every room, as the owner of the database. */
export const fillPerson = async (
  pool: Pool,
  person: WholePerson,
  records: { participantId: string; interestId: string; eventId: string },
): Promise<void> => {
  const own: Own = (whose) => {
    if (whose.by === 'person') return person.id
    if (whose.by === 'people') return [person.id]
    if (whose.by === 'address') return person.address
    if (whose.by === 'event') return records.eventId
    return whose.of === 'participants' ? records.participantId : records.interestId
  }
  for (const holding of holdings) {
    const condition = conditionOf(holding, own)
    const { rows } = await pool.query(`select 1 from ${holding.table} t where ${condition} limit 1`)
    if (rows.length === 0) await takeOrMake(pool, holding, person, own, condition)
    await nameThem(pool, holding, person, condition)
  }
}

// A row that the world has is made theirs where its table allows; otherwise one is made.
const takeOrMake = async (pool: Pool, holding: Holding, person: WholePerson, own: Own, condition: string) => {
  const [whose] = holding.whose
  if (!whose) return
  const value = own(whose)
  await pool
    .query(
      `update ${holding.table} t set ${whose.column} = $1 where ctid = (select ctid from ${holding.table} order by ctid desc limit 1)`,
      [value],
    )
    .catch(() => null)
  const { rows } = await pool.query(`select 1 from ${holding.table} t where ${condition} limit 1`)
  if (rows.length === 0) await makeRow(pool, holding, person, own)
}
