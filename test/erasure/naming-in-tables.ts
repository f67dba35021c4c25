import type { Pool } from 'pg'

// A row as one text: its JSON with what folds a calendar's lines taken out, and its bytes as the letters they are.
const rowAsText = (bytes: readonly string[]): string =>
  `regexp_replace(concat_ws(' ', t::text${bytes.map((column) => `, encode(t.${column}, 'escape')`).join('')}), '(\\\\+r)?\\\\+n ', '', 'g')`

/** A word however it is written: as it is, in HTML, in JSON, in an address. */
const writings = (word: string): readonly string[] => [
  word,
  word.replaceAll("'", '&#39;'),
  word.replaceAll("'", "''"),
  encodeURIComponent(word),
]

/** Every table of the database, the queue of jobs included, with the words that stand in it. */
export const namingInTables = async (pool: Pool, words: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ name: string; bytes: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
        array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.atttypid = 'bytea'::regtype and not a.attisdropped) as bytes
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm', 'p') and n.nspname !~ '^pg_|^information_schema' order by 1`,
  )
  const wanted = words.flatMap(writings).map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)
  const found: string[] = []
  for (const { name, bytes } of rows) {
    const naming = await pool.query<{ word: string; count: string }>(
      `select w.word, count(*) from ${name} t cross join unnest($1::text[]) as w(word) where ${rowAsText(bytes)} ilike w.word group by 1`,
      [wanted],
    )
    found.push(...naming.rows.map(({ word, count }) => `${name}: ${count} with ${word}`))
  }
  return found
}
