// Draws the database as it is: `db/schema.sql` for people, `tables.generated.ts` for the type checker.
import pg from 'pg'

type Column = {
  table_name: string
  column_name: string
  type: string
  nullable: boolean
  has_default: boolean
  generated: string
  is_view: boolean
  expression: string | null
}

const columnsQuery = `
  select c.relname as table_name, a.attname as column_name, format_type(a.atttypid, a.atttypmod) as type,
    not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as has_default,
    coalesce(nullif(a.attgenerated, ''), nullif(a.attidentity, ''), '') as generated, c.relkind = 'v' as is_view,
    pg_get_expr(d.adbin, d.adrelid) as expression
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`

const scalar: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  citext: 'string',
  integer: 'number',
  bigint: 'number',
  boolean: 'boolean',
  jsonb: 'Json',
  bytea: 'Buffer',
  date: 'Temporal.PlainDate',
  'time without time zone': 'Temporal.PlainTime',
  'timestamp with time zone': 'Temporal.Instant',
  tstzrange: 'string',
  tsvector: 'string',
}

const typeOf = (type: string): string => {
  const plain = type.replace(/\(.*\)/, '')
  if (plain === 'numeric') return 'number'
  if (plain.endsWith('[]')) return `${typeOf(plain.slice(0, -2))}[]`
  const known = scalar[plain]
  if (!known) throw new Error(`No TypeScript type is known for ${type}`)
  return known
}

// A view's columns are nullable for the catalogue though the rows behind them are not: those that may be empty are named here.
const emptyInViews = new Set([
  'minutes',
  'note',
  'recorded_by_person_id',
  'replaces_mark_id',
  'settled_reason',
  'received_at',
])

const fieldType = (column: Column): string => {
  const nullable = column.is_view ? emptyInViews.has(column.column_name) : column.nullable
  const type = typeOf(column.type) + (nullable ? ' | null' : '')
  if (column.generated === 's' || column.generated === 'a') return `ColumnType<${type}, never, never>`
  return column.has_default ? `Generated<${type}>` : type
}

const grouped = (columns: readonly Column[]): Map<string, Column[]> =>
  Map.groupBy(columns, (column) => column.table_name)

const pascal = (name: string): string => name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())

const tableTypes = (columns: readonly Column[]): string => {
  const tables = [...grouped(columns)]
  const types = tables.map(
    ([name, fields]) =>
      `export type ${pascal(name)} = {\n${fields.map((field) => `  ${field.column_name}: ${fieldType(field)}`).join('\n')}\n}\n`,
  )
  return `// Generated from the database by script/generate. Do not edit.
import type { ColumnType, Generated } from 'kysely'
import type { Json } from '../../vocabulary/json.ts'

${types.join('\n')}
export type Database = {
${tables.map(([name]) => `  ${name}: ${pascal(name)}`).join('\n')}
}
`
}

const lines = async (client: pg.Client, query: string): Promise<string[]> =>
  (await client.query<{ line: string }>(query)).rows.map((row) => row.line)

const ours = `p.pronamespace = 'public'::regnamespace and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`

const schemaPicture = async (client: pg.Client, columns: readonly Column[]): Promise<string> => {
  const constraints = await client.query<{ table_name: string; line: string }>(`
    select conrelid::regclass::text as table_name, format('constraint %I %s', conname, pg_get_constraintdef(oid)) as line from pg_constraint
    where connamespace = 'public'::regnamespace and conrelid <> 0 and contype in ('c', 'p', 'u', 'f', 'x') order by contype desc, conname`)
  const tables = [...grouped(columns.filter((column) => !column.is_view))].map(([name, fields]) => {
    const own = constraints.rows.filter((row) => row.table_name === name).map((row) => row.line)
    return `create table ${name} (\n${[...fields.map(columnLine), ...own].map((line) => `  ${line}`).join(',\n')}\n);`
  })
  const indexes = await lines(
    client,
    `select indexdef || ';' as line from pg_indexes i where schemaname = 'public'
    and not exists (select 1 from pg_constraint c where c.conname = i.indexname and c.connamespace = 'public'::regnamespace) order by indexname`,
  )
  const views = await lines(
    client,
    `select format(E'create view %I as\\n%s', viewname, definition) as line from pg_views where schemaname = 'public' order by viewname`,
  )
  const functions = await lines(
    client,
    `select pg_get_functiondef(p.oid) || ';' as line from pg_proc p where ${ours} order by p.proname, p.oid::regprocedure::text`,
  )
  const triggers = await lines(
    client,
    `select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = 'public'::regnamespace order by tgname, c.relname`,
  )
  const rights = await lines(
    client,
    `select format('-- %s: tessellate_app may %s', table_name, string_agg(lower(privilege_type), ', ' order by privilege_type)) as line
    from information_schema.role_table_grants where grantee = 'tessellate_app' and table_schema = 'public' group by table_name
    having count(*) filter (where privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')) < 4 order by table_name`,
  )
  return `${['-- The whole database as one picture. Generated by script/generate; change it by a new file in db/migrations.', ...tables, ...indexes, ...views, ...functions, ...triggers, '-- Tables the application may not change freely:', ...rights].join('\n\n')}\n`
}

const columnLine = (column: Column): string => {
  const generated = { s: ` generated always as (${column.expression}) stored`, a: ' generated always as identity' }[
    column.generated
  ]
  return `${column.column_name} ${column.type}${column.nullable ? '' : ' not null'}${generated ?? (column.expression ? ` default ${column.expression}` : '')}`
}

/** Both pictures of the database behind the owner's address. */
export const describe = async (ownerUrl: string): Promise<{ schema: string; tables: string }> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const columns = (await client.query<Column>(columnsQuery)).rows
    return { schema: await schemaPicture(client, columns), tables: tableTypes(columns) }
  } finally {
    await client.end()
  }
}
