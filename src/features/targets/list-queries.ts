import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import { type AcademicYear, academicYear } from '../../vocabulary/academic-year.ts'
import type { Planned } from './target.ts'
import { type Known, type ListOutcome, type ListRow, type ListStatus, planKey, type TargetList } from './target-list.ts'

const rowsKept: z.ZodType<readonly ListRow[]> = z.array(
  z.object({
    number: z.number(),
    hub: z.string(),
    project: z.string(),
    groups: z.string(),
    places: z.string(),
    year: z.string(),
  }),
)
const outcomeKept: z.ZodType<ListOutcome> = z.object({
  counts: z.object({ new: z.number(), changed: z.number(), same: z.number(), refused: z.number() }),
  refused: z.array(z.object({ number: z.number(), reason: z.string() })),
})

const lists = (db: Reader) => db.selectFrom('target_lists').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof lists>['execute']>>[number]

const listOf = (row: Row): TargetList => ({
  id: row.id,
  year: academicYear(row.year),
  fileName: row.file_name,
  readAs: row.read_as,
  rows: stored(rowsKept, row.rows, 'the rows of a list of targets'),
  status: row.status as ListStatus,
  sentAt: row.sent_at,
  endedAt: row.ended_at,
  outcome: row.outcome === null ? null : stored(outcomeKept, row.outcome, 'what became of a list of targets'),
})

export const targetListById = async (db: Reader, id: string): Promise<TargetList | null> => {
  const row = await lists(db).where('id', '=', id).executeTakeFirst()
  return row ? listOf(row) : null
}

/** The lists that were sent, the latest first. */
export const latestLists = async (db: Reader, most: number): Promise<readonly TargetList[]> =>
  (await lists(db).orderBy('sent_at', 'desc').orderBy('id', 'desc').limit(most).execute()).map(listOf)

/** Everything that the rows of a list are read against. */
export const knownForList = async (db: Reader, year: AcademicYear): Promise<Known> => {
  const [hubs, projects, plans] = await Promise.all([
    sql<{ id: string; slug: string; names: readonly string[]; isOpen: boolean }>`
      select h.id, h.slug, h.closed_on is null as "isOpen", array_remove(array_agg(n.name::text), null) as names
      from hubs h left join hub_names n on n.hub_id = h.id group by h.id order by h.slug`.execute(db),
    sql<{ id: string; code: string | null; title: string; isOwn: boolean }>`
      select id, code, title, hub_id is not null as "isOwn" from projects
      where year = ${year} and status in ('published', 'closed') order by hub_id nulls first, title`.execute(db),
    db
      .selectFrom('recruitment_targets as t')
      .innerJoin('projects as p', 'p.id', 't.project_id')
      .select(['t.hub_id', 't.project_id', 't.groups_planned', 't.places_planned'])
      .where('p.year', '=', year)
      .execute(),
  ])
  const standing = plans.map((row): readonly [string, Planned] => [
    planKey(row.hub_id, row.project_id),
    { groups: row.groups_planned, places: row.places_planned },
  ])
  return { year, hubs: hubs.rows, projects: projects.rows, plans: new Map(standing) }
}
