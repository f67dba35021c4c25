import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '../../platform/database/index.ts'
import { type AcademicYear, academicYear } from '../../vocabulary/academic-year.ts'
import { layOut, type PublishedYear } from './catalogue-section.ts'
import { goals } from './in-full-queries.ts'
import type { Descent, LineageKind, Project, Relative } from './project.ts'
import { notices, projectOf, projects } from './queries.ts'

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

const sectionsAndEntries = (db: Reader) =>
  [
    jsonArrayFrom(
      db
        .selectFrom('catalogue_sections')
        .select(['id', 'parent_id', 'key', 'title', 'introduction'])
        .where('year', '=', sql.ref<number>('y.year'))
        .orderBy('position'),
    ).as('sections'),
    jsonArrayFrom(
      db
        .selectFrom('catalogue_entries as e')
        .innerJoin('catalogue_sections as c', 'c.id', 'e.section_id')
        .select(['e.section_id', 'e.project_id'])
        .where('c.year', '=', sql.ref<number>('y.year'))
        .orderBy('e.position'),
    ).as('entries'),
  ] as const

/** What a year says around its projects, as everybody reads it: one question. */
export const yearAsPublished = async (db: Reader, year: AcademicYear): Promise<PublishedYear> => {
  const row = await db
    .selectFrom('academic_years as y')
    .select(['y.introduction', 'y.withdrawn_because as withdrawnBecause'])
    .select([
      jsonArrayFrom(notices(db).where('year', '=', sql.ref<number>('y.year'))).as('notices'),
      jsonArrayFrom(goals(db).where('year', '=', sql.ref<number>('y.year'))).as('goals'),
      jsonArrayFrom(
        db
          .selectFrom('year_partners')
          .select(['name', 'about', 'website'])
          .where('year', '=', sql.ref<number>('y.year'))
          .orderBy('position'),
      ).as('partners'),
      ...sectionsAndEntries(db),
    ])
    .where('y.year', '=', year)
    .executeTakeFirst()
  if (!row) return { introduction: null, withdrawnBecause: null, notices: [], goals: [], partners: [], sections: [] }
  const { sections, entries, ...said } = row
  return { ...said, sections: layOut(sections, entries) }
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
  // A draft has no family yet, but for those who write it.
  const { rows } = await sql<{ from: Related; to: Related; kind: LineageKind; note: string | null }>`
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
      ),
      relatives as not materialized (
        select p.id, jsonb_build_object('id', p.id, 'year', p.year, 'code', p.code, 'title', p.title, 'slug', p.slug, 'status', p.status, 'modelName', m.name) as told
        from projects p join terms_of_years m on m.delivery_model = p.delivery_model and m.year = p.year
        where p.status <> 'draft' or p.id = ${projectId}::uuid
      )
    select f.told as "from", t.told as "to", l.kind, l.note
    from ${steps} l join relatives f on f.id = l.earlier_project_id join relatives t on t.id = l.project_id
    where l.project_id in (select id from forebears) or l.earlier_project_id in (select id from heirs)`.execute(db)
  return rows
    .map(({ from, to, ...step }) => ({ ...step, from: relativeOf(from), to: relativeOf(to) }))
    .toSorted((one, other) => one.to.year - other.to.year || one.to.title.localeCompare(other.to.title, 'en-GB'))
}

type Related = Omit<Relative, 'year'> & { readonly year: number }

const relativeOf = (row: Related): Relative => ({ ...row, year: academicYear(row.year) })
