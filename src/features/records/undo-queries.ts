import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { type Hindrance, hindranceOf, type RowChange } from '../../platform/database/row-changes.ts'
import { stored } from '../../platform/database/stored.ts'
import { formatDate, localDate } from '../../vocabulary/local-time.ts'
import { lastDayToUndo } from './merge.ts'

/** What an undo would take back, in the order in which it does, and what stands against it. */
export type Undo = {
  readonly changes: readonly RowChange[]
  readonly against: readonly string[]
  /** What would stay as it is, because something has happened to it since. */
  readonly stays: readonly string[]
}

const tableWords: Readonly<Record<string, string>> = {
  people: 'what the person is called and reached by',
  organisations: 'what the organisation is called',
  email_addresses: 'an email address',
  expressions_of_interest: 'an expression of interest',
  interest_people: 'a person named in an expression of interest',
  participants: 'a part in a group',
  places: 'a place',
  posts: 'a post',
  roles: 'a part somebody may play',
  marks: 'a mark in a register',
  marks_set_aside: 'a mark that was set aside',
  walk_ins: 'somebody who was not on the list',
  messages: 'a message',
  sessions: 'a session',
  stage_records: 'a stage record',
}

const because: Readonly<Record<Hindrance, string>> = {
  gone: 'is not there any more',
  changed: 'has been changed since',
  taken: 'is there again already',
}

/** One sentence about what stays as it is. */
export const hindranceWords = ({ table }: RowChange, hindrance: Hindrance): string => {
  const words = tableWords[table] ?? `a row of ${table.replaceAll('_', ' ')}`
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${because[hindrance]}: it stays as it is.`
}

type MergeRow = {
  readonly merged_at: Temporal.Instant
  readonly undone_at: Temporal.Instant | null
  readonly kept_id: string
  readonly merged_id: string
}

const againstUndoing = async (db: Reader, merge: MergeRow, today: Temporal.PlainDate): Promise<readonly string[]> => {
  if (merge.undone_at) return ['It has been undone already.']
  const last = lastDayToUndo(localDate(merge.merged_at))
  if (Temporal.PlainDate.compare(today, last) > 0) return [`It could be undone until ${formatDate(last)}.`]
  const { rows } = await sql<{ says: string }>`
    select format('%s has itself been merged into another record since: undo that first.', p.name) as says from people p
      where p.id = ${merge.kept_id} and p.merged_into_id is not null
    union select format('%s has itself been merged into another record since: undo that first.', o.name) from organisations o
      where o.id = ${merge.kept_id} and o.merged_into_id is not null
    union select 'The person has been erased since.' from people p where p.id in (${merge.kept_id}, ${merge.merged_id}) and p.erased_at is not null
    union select 'Marks that differed were settled since: what was decided between them cannot be divided again.'
      from merge_changes c join merges m on m.id = c.merge_id join marks k on k.id = (c.key ->> 'id')::uuid
      where m.kept_id = ${merge.kept_id} and m.merged_id = ${merge.merged_id} and m.undone_at is null and c.table_name = 'marks'
        and (exists (select from marks l where l.replaces_mark_id = k.id and l.participant_id = k.participant_id and l.received_at > m.merged_at)
          or exists (select from settled_marks s join marks l on l.id = s.by_mark_id where s.mark_id = k.id and l.received_at > m.merged_at))`.execute(
    db,
  )
  return rows.map(({ says }) => says)
}

const values = z.record(z.string(), z.json())
const rowChanges = z.array(
  z.object({
    did: z.enum(['changed', 'removed', 'added']),
    table: z.string(),
    key: values,
    before: values.nullable(),
    after: values.nullable(),
  }),
)

/** What undoing a merge would take back, and what stands against it. */
export const undoFor = async ({ db, today }: Pick<Context, 'db' | 'today'>, mergeId: string): Promise<Undo> => {
  const merge = await db
    .selectFrom('merges')
    .select(['merged_at', 'undone_at', 'kept_id', 'merged_id'])
    .where('id', '=', mergeId)
    .executeTakeFirstOrThrow()
  const against = await againstUndoing(db, merge, today)
  if (against.length > 0) return { changes: [], against, stays: [] }
  const rows = await db
    .selectFrom('merge_changes')
    .select(['did', 'table_name as table', 'key', 'before', 'after'])
    .where('merge_id', '=', mergeId)
    .orderBy('number', 'desc')
    .execute()
  const changes: readonly RowChange[] = stored(rowChanges, rows, 'the changes of a merge')
  return { changes, against, stays: await staying(db, changes) }
}

// A value may be changed more than once by a merge: only its last change shows what has happened to it since.
const staying = async (db: Reader, changes: readonly RowChange[]): Promise<readonly string[]> => {
  const seen = new Set<string>()
  const stays = new Set<string>()
  for (const change of changes) {
    const row = `${change.table} ${JSON.stringify(change.key)}`
    const isLast = (column: string) => !seen.has(`${row} ${column}`)
    const last = change.after && Object.fromEntries(Object.entries(change.after).filter(([column]) => isLast(column)))
    for (const column of Object.keys(last ?? {})) seen.add(`${row} ${column}`)
    const hindrance = await hindranceOf(db, { ...change, after: last })
    if (hindrance) stays.add(hindranceWords(change, hindrance))
  }
  return [...stays]
}
