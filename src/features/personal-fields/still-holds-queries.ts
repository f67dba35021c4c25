import { type RawBuilder, sql } from 'kysely'
import { goesWhole, type Holding } from './holding.ts'

/** What is written over the fields of a holding that do not stay. */
export const changesOf = ({ fields }: Holding): readonly (readonly [column: string, value: RawBuilder<unknown>])[] =>
  Object.entries(fields).flatMap(([column, { erasure }]) => {
    if (erasure === 'clear') return [[column, sql`null`] as const]
    if (typeof erasure !== 'object') return []
    const value = erasure.isJson ? sql`${erasure.replace}::jsonb` : sql`${erasure.replace}`
    // A field that was empty stays empty.
    return [[column, sql`case when ${sql.ref(`t.${column}`)} is not null then ${value} end`] as const]
  })

/** Whether a row `t` still holds what a holding's erasure takes away. */
export const stillHolds = (holding: Holding): RawBuilder<boolean> => {
  const changes = changesOf(holding)
  if (goesWhole(holding) || changes.length === 0) return sql<boolean>`true`
  return sql<boolean>`(${sql.join(
    changes.map(([column, value]) => sql`${sql.ref(`t.${column}`)}::text is distinct from (${value})::text`),
    sql` or `,
  )})`
}
