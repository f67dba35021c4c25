import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { columnsIn, erasedMention, textsThatMayName } from '../personal-fields/index.ts'
import { foldedPattern, mentionPattern, tellingWords } from './mention.ts'

/** Where texts name them, they are named no more; says in how many records. */
export const eraseMentions = async (tx: Transaction, names: readonly string[]): Promise<number> => {
  const words = tellingWords(names)
  const pattern = mentionPattern(words)
  const folded = foldedPattern(words)
  if (pattern === null || folded === null) return 0
  const json = await jsonColumns(tx)
  let changed = 0
  for (const [table, texts] of Object.entries(textsThatMayName))
    changed += await eraseIn(tx, { table, texts, pattern, folded, isJson: (column) => json.has(`${table}.${column}`) })
  const { numAffectedRows } = await sql`delete from event_personal_values where personal::text ~* ${pattern}`.execute(
    tx,
  )
  await sql`update messages set key = 'erased:' || id where key ~* ${pattern}`.execute(tx)
  await sql`update personal_reads set reason = null where reason ~* ${pattern}`.execute(tx)
  return changed + Number(numAffectedRows ?? 0)
}

type Texts = {
  readonly table: string
  readonly texts: string
  readonly pattern: string
  readonly folded: string
  readonly isJson: (column: string) => boolean
}

/** The columns that hold JSON, as `table.column`: text put into them is made JSON again. */
const jsonColumns = async (tx: Transaction): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{
    name: string
  }>`select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and udt_name = 'jsonb'`.execute(tx)
  return new Set(rows.map(({ name }) => name))
}

const eraseIn = async (tx: Transaction, { table, texts, pattern, folded, isJson }: Texts): Promise<number> => {
  const parts = columnsIn(texts).map((column) => {
    const searched = column === 'invitations' ? folded : pattern
    const text = sql`${sql.ref(`t.${column}`)}::text`
    const emptied = sql`regexp_replace(${text}, ${searched}, ${erasedMention}, 'gi')`
    return {
      set: sql`${sql.ref(column)} = ${isJson(column) ? sql`${emptied}::jsonb` : emptied}`,
      names: sql`${text} ~* ${searched}`,
    }
  })
  const { numAffectedRows } = await sql`update ${sql.table(table)} t set ${sql.join(parts.map(({ set }) => set))}
    where ${sql.join(
      parts.map(({ names }) => names),
      sql` or `,
    )}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
