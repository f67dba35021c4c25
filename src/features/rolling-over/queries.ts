import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { type AcademicYear, academicYear, nextYear } from '../../vocabulary/academic-year.ts'
import { publicLayout, workingLayout } from '../years/index.ts'
import type { ProjectToRoll, Rolling } from './rolling.ts'

// A project from which another was split off goes on itself: only what continues it takes its place.
const nationalProjects = async (db: Reader, from: AcademicYear): Promise<readonly ProjectToRoll[]> => {
  const to = nextYear(from)
  const { rows } = await sql<ProjectToRoll>`
    select p.id, p.code, p.title, p.slug, p.status, p.is_new as "isNew", p.formerly,
      (select count(*)::int from project_sections s where s.project_id = p.id) as sections,
      (select count(*)::int from project_outcomes o where o.project_id = p.id) as outcomes,
      (select count(*)::int from project_themes t where t.project_id = p.id) as themes,
      (select count(*)::int from criteria c where c.project_id = p.id) as criteria,
      (select jsonb_build_object('id', n.id, 'title', n.title, 'status', n.status) from project_lineage l join projects n on n.id = l.project_id
        where l.earlier_project_id = p.id and l.kind <> 'split' and n.year = ${to} and n.hub_id is null order by n.status = 'withdrawn', n.title, n.id limit 1) as successor,
      (select jsonb_build_object('id', n.id, 'title', n.title) from projects n where n.year = ${to} and n.slug = p.slug) as namesake
    from projects p where p.year = ${from} and p.hub_id is null order by p.title collate people_order, p.id`.execute(db)
  return rows
}

/** What rolling a year over would do today. */
export const rollingOf = async (db: Reader, from: AcademicYear): Promise<Rolling> => {
  const to = nextYear(from)
  const [projects, old, { rows }] = await Promise.all([
    nationalProjects(db, from),
    publicLayout(db, from),
    sql<Pick<Rolling, 'isOpen' | 'ownProjects'>>`
      select exists (select from academic_years where year = ${to}) as "isOpen",
        (select count(*)::int from projects where year = ${from} and hub_id is not null and status in ('published', 'closed')) as "ownProjects"`.execute(
      db,
    ),
  ])
  const isOpen = rows[0]?.isOpen ?? false
  const there = isOpen ? (await workingLayout(db, to)).layout.sections.length : 0
  return {
    from,
    to,
    projects,
    sections: { carried: there > 0 ? 0 : old.sections.length, there },
    notices: old.notices.map(({ heading }) => heading),
    goals: old.goals.length,
    hasIntroduction: old.introduction !== '',
    isOpen,
    ownProjects: rows[0]?.ownProjects ?? 0,
  }
}

/** The years that can be rolled over: those with national projects that are or were public, latest first. */
export const yearsToRoll = async (db: Reader): Promise<readonly AcademicYear[]> =>
  (
    await db
      .selectFrom('projects')
      .select('year')
      .distinct()
      .where('hub_id', 'is', null)
      .where('status', 'in', ['published', 'closed'])
      .orderBy('year', 'desc')
      .execute()
  ).map(({ year }) => academicYear(year))

/** Whether there is such a year. */
export const isOpenYear = async (db: Reader, year: AcademicYear): Promise<boolean> =>
  (await db.selectFrom('academic_years').select('year').where('year', '=', year).executeTakeFirst()) !== undefined
