import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import { makersOfVersions } from '../../platform/versions.ts'
import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import { networkOfYears } from '../projects/index.ts'
import type { YearLayout } from './layout.ts'
import type { ProjectToPlace, VersionAct, YearVersion } from './year.ts'

const layoutSchema = z.object({
  introduction: z.string(),
  notices: z.array(z.object({ id: z.string(), heading: z.string(), body: z.string() })),
  sections: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      parent: z.string().nullable(),
      title: z.string(),
      introduction: z.string(),
      projects: z.array(z.string()),
    }),
  ),
  goals: z.array(
    z.object({
      id: z.string(),
      goal: z.string(),
      by: z.string(),
      projectId: z.string().nullable(),
      standing: z.string(),
      source: z.string(),
      standingOn: z.string().nullable(),
    }),
  ),
  // Versions from before years named partners have none.
  partners: z.array(z.object({ id: z.string(), name: z.string(), about: z.string(), website: z.string() })).default([]),
})

const layoutOf = (value: unknown): YearLayout => stored(layoutSchema, value, 'a version of a year')

/** A year as everybody sees it. */
export const publicLayout = async (db: Reader, year: AcademicYear): Promise<YearLayout> => {
  const { rows } = await sql<{ layout: unknown }>`select year_as_public(${year}) as layout`.execute(db)
  return layoutOf(rows[0]?.layout)
}

const versionRows = (db: Reader, year: AcademicYear) =>
  db.selectFrom('year_versions').select(['number', 'act', 'note', 'made_at']).where('year', '=', year)

/** The versions of a year, latest first, each with who made it. */
export const versionsOf = async (db: Reader, year: AcademicYear): Promise<readonly YearVersion[]> => {
  const rows = await versionRows(db, year).orderBy('number', 'desc').execute()
  const network = await networkOfYears(db)
  const makers =
    network && rows.length > 0
      ? await makersOfVersions(
          db,
          { type: 'network', id: network.id },
          ({ particulars }) => particulars['year'] === year,
        )
      : new Map<number, string | null>()
  return rows.map(({ number, act, note, made_at }) => ({
    number,
    act: act as VersionAct,
    note,
    at: made_at,
    by: makers.get(number) ?? null,
  }))
}

/** The layout as it stood in a version; null where there is no such version. */
export const layoutOfVersion = async (db: Reader, year: AcademicYear, number: number): Promise<YearLayout | null> => {
  const row = await db
    .selectFrom('year_versions')
    .select('content')
    .where('year', '=', year)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? layoutOf(row.content) : null
}

/** What is being written of a year: the version it has come to, or what is public where nothing is. */
export const workingLayout = async (
  db: Reader,
  year: AcademicYear,
): Promise<{
  readonly layout: YearLayout
  readonly isDraft: boolean
  readonly version: number
  readonly isPublic: boolean
}> => {
  const rows = await versionRows(db, year).select('content').orderBy('number', 'desc').limit(1).execute()
  const shown = await versionRows(db, year)
    .where('act', 'in', ['published', 'corrected', 'withdrawn'])
    .orderBy('number', 'desc')
    .limit(1)
    .execute()
  const [last] = rows
  const isPublic = shown.some(({ act }) => act !== 'withdrawn')
  if (last && (last.act === 'drafted' || last.act === 'changed'))
    return { layout: layoutOf(last.content), isDraft: true, version: last.number, isPublic }
  return { layout: await publicLayout(db, year), isDraft: false, version: last?.number ?? 0, isPublic }
}

/** The national projects of a year that can stand in its catalogue, those not public yet among them. */
export const projectsToPlace = (db: Reader, year: AcademicYear): Promise<readonly ProjectToPlace[]> =>
  db
    .selectFrom('projects')
    .select(['id', 'code', 'title', 'slug', 'status'])
    .where('year', '=', year)
    .where('hub_id', 'is', null)
    .where('status', '<>', 'withdrawn')
    .orderBy(sql`title collate people_order`)
    .execute()

/** The titles of projects, whatever has become of them, as versions name them. */
export const titlesOf = async (db: Reader, layouts: readonly YearLayout[]): Promise<ReadonlyMap<string, string>> => {
  const ids = [
    ...new Set(
      layouts.flatMap(({ sections, goals }) => [
        ...sections.flatMap(({ projects }) => projects),
        ...goals.flatMap(({ projectId }) => projectId ?? []),
      ]),
    ),
  ]
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('projects').select(['id', 'title', 'code']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, title, code }) => [id, code ? `${title} (${code})` : title]))
}

/** The projects of a layout that are of another year, by their titles. */
export const projectsOfOtherYears = async (
  db: Reader,
  year: AcademicYear,
  { sections, goals }: YearLayout,
): Promise<readonly string[]> => {
  const ids = [...sections.flatMap(({ projects }) => projects), ...goals.flatMap(({ projectId }) => projectId ?? [])]
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('projects')
    .select('title')
    .where('id', 'in', ids)
    .where('year', '<>', year)
    .execute()
  return rows.map(({ title }) => title)
}
