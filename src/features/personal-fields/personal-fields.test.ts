import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { retentionRules } from '../retention/retention-rule.ts'
import { columnsIn, goesWhole } from './holding.ts'
import { nothingPersonal, plainColumns } from './nothing-personal.ts'
import { classifiedColumns, holdings } from './personal-fields.ts'
import { textsThatMayName } from './texts-that-may-name.ts'

let here: TestInstallation
let tables: ReadonlyMap<string, readonly { column: string; type: string; nullable: boolean }[]>

before(async () => {
  here = await testInstallation()
  const { rows } = await here.installation.connections.pool.query<{
    table: string
    column: string
    type: string
    nullable: boolean
  }>(`select c.table_name as table, c.column_name as column, c.udt_name as type, c.is_nullable = 'YES' as nullable
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by c.table_name, c.ordinal_position`)
  tables = Map.groupBy(rows, (row) => row.table)
})
after(() => here.release())

const columnsOf = (table: string): readonly string[] => (tables.get(table) ?? []).map(({ column }) => column)

test('every column of the database is listed as personal, or stands under a reason why it is not', () => {
  const unknown = [...tables].flatMap(([table, columns]) => {
    const known = classifiedColumns(table)
    if (!known) return [`table ${table} is not classified: add it to a fields-of-… file or to nothing-personal.ts`]
    return columns
      .filter(({ column }) => !known.has(column))
      .map(({ column }) => `${table}.${column} is not classified: is it about a person?`)
  })
  assert.deepEqual(unknown, [])
})

test('nothing is classified that the database does not have', () => {
  const names = [...new Set([...holdings.map(({ table }) => table), ...Object.keys(nothingPersonal)])]
  const gone = names.flatMap((table) =>
    [...(classifiedColumns(table) ?? [])]
      .filter((column) => !columnsOf(table).includes(column))
      .map((column) => `${table}.${column}`),
  )
  const texts = Object.entries(textsThatMayName).flatMap(([table, words]) =>
    columnsIn(words)
      .filter((column) => !columnsOf(table).includes(column))
      .map((column) => `${table}.${column}`),
  )
  const paths = holdings.flatMap(({ table, whose }) =>
    whose.filter(({ column }) => !columnsOf(table).includes(column)).map(({ column }) => `${table}.${column}`),
  )
  assert.deepEqual([...gone, ...texts, ...paths], [])
})

test('no table is both personal and not, and no column both personal and plain', () => {
  const both = holdings.filter(({ table }) => nothingPersonal[table]).map(({ table }) => table)
  const plainToo = holdings.flatMap(({ table, fields }) =>
    columnsIn(plainColumns[table] ?? '')
      .filter((column) => fields[column])
      .map((column) => `${table}.${column}`),
  )
  assert.deepEqual([both, plainToo], [[], []])
})

test('what erasure clears may be empty in the database, and each kind of thing is erased in one way', () => {
  const wrong = holdings.flatMap(({ key, table, fields }) =>
    Object.entries(fields)
      .filter(
        ([column, { erasure }]) =>
          erasure === 'clear' && !tables.get(table)?.find((known) => known.column === column)?.nullable,
      )
      .map(([column]) => `${key}: ${table}.${column} cannot be empty`),
  )
  const mixed = holdings.filter(
    (holding) => goesWhole(holding) && Object.values(holding.fields).some(({ erasure }) => erasure !== 'row'),
  )
  assert.deepEqual([wrong, mixed.map(({ key }) => key)], [[], []])
})

test('every kind of thing is kept by a rule, once, and what stays says why', () => {
  assert.deepEqual(
    holdings.filter((one, at) => holdings.findIndex(({ key }) => key === one.key) !== at).map(({ key }) => key),
    [],
  )
  const ruleless = holdings.filter(({ rule }) => !retentionRules.some(({ key }) => key === rule)).map(({ key }) => key)
  const unreasoned = holdings
    .filter(
      ({ fields, keptBecause }) => Object.values(fields).some(({ erasure }) => erasure === 'keep') && !keptBecause,
    )
    .map(({ key }) => key)
  const strangers = retentionRules.flatMap((rule) =>
    Object.keys(rule.due).filter((key) => holdings.find((holding) => holding.key === key)?.rule !== rule.key),
  )
  assert.deepEqual([ruleless, unreasoned, strangers], [[], [], []])
})
