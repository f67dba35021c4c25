import type { Reader } from '../../platform/database/index.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import type { VersionAct, YearSeen } from './year.ts'

/** Every year of the network, latest first. */
export const yearsSeen = async (db: Reader): Promise<readonly YearSeen[]> => {
  const rows = await db
    .selectFrom('academic_years as y')
    .select('y.year')
    .select((select) => [
      select
        .selectFrom('projects as p')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('p.year', '=', 'y.year')
        .where('p.hub_id', 'is', null)
        .where('p.status', '<>', 'withdrawn')
        .as('projects'),
      select
        .selectFrom('projects as p')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('p.year', '=', 'y.year')
        .where('p.hub_id', 'is', null)
        .where('p.status', 'in', ['published', 'closed'])
        .as('published'),
      select
        .selectFrom('year_terms as t')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('t.year', '=', 'y.year')
        .as('words'),
      select
        .selectFrom('year_versions as v')
        .select('v.act')
        .whereRef('v.year', '=', 'y.year')
        .orderBy('v.number', 'desc')
        .limit(1)
        .as('act'),
    ])
    .orderBy('y.year', 'desc')
    .execute()
  return rows.map((row) => ({
    year: academicYear(row.year),
    projects: row.projects ?? 0,
    published: row.published ?? 0,
    ownWords: row.words ?? 0,
    act: row.act as VersionAct | null,
  }))
}
