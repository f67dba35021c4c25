import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { type AcademicYear, academicYear } from '../../vocabulary/academic-year.ts'
import { type CatalogueSection, layOut } from './catalogue-section.ts'
import type { Descent, LineageKind, Project, PublicationStatus, Relative } from './project.ts'
import { projectOf, projects } from './queries.ts'

/** Years with projects to show, latest first. */
export const catalogueYears = async (db: Reader): Promise<readonly AcademicYear[]> =>
  (
    await db
      .selectFrom('projects')
      .select('year')
      .distinct()
      .where('status', 'in', ['published', 'closed'])
      .orderBy('year', 'desc')
      .execute()
  ).map((row) => academicYear(row.year))

export const introductionOf = async (db: Reader, year: AcademicYear): Promise<string | null> =>
  (await db.selectFrom('academic_years').select('introduction').where('year', '=', year).executeTakeFirst())
    ?.introduction ?? null

/** Projects of a year to show, by title. */
export const cataloguedProjects = async (
  db: Reader,
  { year }: { readonly year: AcademicYear },
): Promise<readonly Project[]> =>
  (
    await projects(db)
      .where('p.year', '=', year)
      .where('p.status', 'in', ['published', 'closed'])
      .orderBy(sql`p.title collate people_order`)
      .orderBy('p.id')
      .execute()
  ).map(projectOf)

/** How the catalogue of a year is laid out. */
export const catalogueSections = async (db: Reader, year: AcademicYear): Promise<readonly CatalogueSection[]> => {
  const [sections, entries] = await Promise.all([
    db
      .selectFrom('catalogue_sections')
      .select(['id', 'parent_id', 'key', 'title', 'introduction'])
      .where('year', '=', year)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('catalogue_entries as e')
      .innerJoin('catalogue_sections as c', 'c.id', 'e.section_id')
      .select(['e.section_id', 'e.project_id'])
      .where('c.year', '=', year)
      .orderBy('e.position')
      .execute(),
  ])
  return layOut(sections, entries)
}

/** A step of a family line as the writers of the later project state it. */
export type StatedDescent = { readonly earlierId: string; readonly kind: LineageKind; readonly note: string | null }

/**
 * The whole family line of a project: every step from its earliest forebears to its latest heirs, oldest first;
 * with other steps to it than those that are public where they are given.
 */
export const familyLine = async (
  db: Reader,
  projectId: string,
  stated?: readonly StatedDescent[],
): Promise<readonly Descent[]> => {
  const own = JSON.stringify(stated ?? [])
  const steps = stated ? sql`steps` : sql`project_lineage`
  const { rows } = await sql<{
    project_id: string
    earlier_project_id: string
    kind: LineageKind
    note: string | null
  }>`
    with recursive
      steps (project_id, earlier_project_id, kind, note) as (
        select project_id, earlier_project_id, kind, note from project_lineage where project_id <> ${projectId}::uuid
        union all
        select ${projectId}::uuid, "earlierId", kind, note
        from jsonb_to_recordset(${own}::jsonb) as own ("earlierId" uuid, kind text, note text)
      ),
      forebears (id) as (
        select ${projectId}::uuid union select l.earlier_project_id from ${steps} l join forebears f on f.id = l.project_id
      ),
      heirs (id) as (
        select ${projectId}::uuid union select l.project_id from ${steps} l join heirs h on h.id = l.earlier_project_id
      )
    select l.project_id, l.earlier_project_id, l.kind, l.note from ${steps} l
    where l.project_id in (select id from forebears) or l.earlier_project_id in (select id from heirs)`.execute(db)
  const ids = [...new Set(rows.flatMap((row) => [row.project_id, row.earlier_project_id]))]
  const relatives = await relativesById(db, ids, projectId)
  return rows
    .flatMap((row) => {
      const [from, to] = [relatives.get(row.earlier_project_id), relatives.get(row.project_id)]
      return from && to ? [{ from, to, kind: row.kind, note: row.note }] : []
    })
    .toSorted((one, other) => one.to.year - other.to.year || one.to.title.localeCompare(other.to.title, 'en-GB'))
}

// A draft has no family yet, but for those who write it.
const relativesById = async (
  db: Reader,
  ids: readonly string[],
  self: string,
): Promise<ReadonlyMap<string, Relative>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('projects as p')
    .innerJoin('terms_of_years as m', (join) =>
      join.onRef('m.delivery_model', '=', 'p.delivery_model').onRef('m.year', '=', 'p.year'),
    )
    .select(['p.id', 'p.year', 'p.code', 'p.title', 'p.slug', 'p.status', 'm.name as modelName'])
    .where('p.id', 'in', ids)
    .where((where) => where.or([where('p.status', '<>', 'draft'), where('p.id', '=', self)]))
    .execute()
  return new Map(
    rows.map((row) => [row.id, { ...row, year: academicYear(row.year), status: row.status as PublicationStatus }]),
  )
}
