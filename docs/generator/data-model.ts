import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Table = {
  readonly columns: readonly (readonly [name: string, type: string])[]
  readonly targets: ReadonlyMap<string, string>
}

/** The tables of the picture of the database: each column with its type, and where it points. */
const tablesOf = (schema: string): ReadonlyMap<string, Table> => {
  const tables = new Map<string, Table>()
  for (const [, name = '', body = ''] of schema.matchAll(/^create table (\w+) \(\n([\s\S]*?)\n\);$/gm)) {
    const lines = body.split(/,\n(?= {2}\S)/).map((line) => line.trim())
    const targets = new Map<string, string>()
    for (const line of lines) {
      const [, column, target] = /FOREIGN KEY \((\w+)\) REFERENCES (\w+)\(/.exec(line) ?? []
      if (column && target) targets.set(column, target)
    }
    const columns = lines
      .filter((line) => !line.startsWith('constraint '))
      .map((line) => {
        const [column = '', ...rest] = line.split(' ')
        return [
          column,
          rest
            .join(' ')
            .replace(/ (default|generated) .*$/s, '')
            .replace(' not null', ''),
        ] as const
      })
    tables.set(name, { columns, targets })
  }
  return tables
}

const topic = (text: string): string => /^-- (.*)$/m.exec(text)?.[1] ?? ''

/** The sentence that stands above a table in its migration. */
const remark = (text: string, table: string): string =>
  new RegExp(`((?:^-- .*\\n)+)create table ${table} \\(`, 'm')
    .exec(text)?.[1]
    ?.replaceAll(/^-- /gm, '')
    .trim()
    .replaceAll('\n', ' ') ?? ''

const tablePart = (name: string, table: Table, words: string): string => {
  const columns = table.columns.map(([column, type]) => {
    const target = table.targets.get(column)
    return `| \`${column}\` | ${type} | ${target ? `[${target}](#${target})` : ''} |`
  })
  const lines = [`### ${name}`, words, ['| column | type | points at |', '| --- | --- | --- |', ...columns].join('\n')]
  return lines.filter((line) => line !== '').join('\n\n')
}

/** All tables, in the order in which the migrations make them. */
export const dataModelPage = (schema: string, root: string): string => {
  const tables = tablesOf(schema)
  const parts = globSync('db/migrations/*.sql', { cwd: root })
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      const names = [...text.matchAll(/^create table (\w+)/gm)]
        .map(([, name = '']) => name)
        .filter((name) => tables.has(name))
      if (names.length === 0) return []
      const introduction = topic(text)
      const drawn = names.map((name) => {
        const words = remark(text, name)
        return tablePart(name, tables.get(name) as Table, words === introduction ? '' : words)
      })
      return [`## ${introduction}`, ...drawn]
    })
  return [
    '# Data model',
    'Every table with its columns, in the order in which they are made. The whole database with its constraints, indexes, views and functions is in `db/schema.sql`.',
    ...parts,
  ].join('\n\n')
}
