import type { Reader } from '../../platform/database/index.ts'
import { academicYear, yearLabel } from '../../vocabulary/academic-year.ts'
import type { Names } from './differences.ts'
import type { WrittenProject } from './written-project.ts'

/** The projects of a year in every state, for those who write them: the national ones, or those that a hub devised for itself. */
export const projectsToManage = (db: Reader, year: number, hubId: string | null) =>
  db
    .selectFrom('projects')
    .leftJoin('project_corrections as c', 'c.project_id', 'projects.id')
    .select(['id', 'code', 'title', 'slug', 'year', 'status', 'c.changed_at as correctedAt'])
    .select((select) => [
      select
        .selectFrom('offers as o')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('o.project_id', '=', 'projects.id')
        .where('o.status', '=', 'published')
        .as('offers'),
    ])
    .where('year', '=', year)
    .where('hub_id', 'is not distinct from', hubId)
    .orderBy('title')
    .execute()

/** The years a project can be written for. */
export const yearsToManage = async (db: Reader): Promise<readonly number[]> =>
  (await db.selectFrom('academic_years').select('year').orderBy('year', 'desc').execute()).map(({ year }) => year)

/** Projects of earlier years from which one of this year can come: national ones, and a hub's own for that hub. */
export const projectsBefore = (db: Reader, year: number, hubId: string | null) =>
  db
    .selectFrom('projects')
    .select(['id', 'year', 'code', 'title'])
    .where('year', '<', year)
    .where('status', 'in', ['published', 'closed', 'withdrawn'])
    .where((where) =>
      hubId === null
        ? where('hub_id', 'is', null)
        : where.or([where('hub_id', 'is', null), where('hub_id', '=', hubId)]),
    )
    .orderBy('year', 'desc')
    .orderBy('title')
    .execute()

/** The stages that a project can stand for, with the pathway of each. */
export const stagesToChoose = (db: Reader) =>
  db
    .selectFrom('stages as s')
    .innerJoin('pathways as w', 'w.id', 's.pathway_id')
    .select(['s.id', 's.name', 'w.name as pathway'])
    .orderBy('w.key')
    .orderBy('s.position')
    .execute()

/** What the stages and earlier projects that texts point to are called. */
export const namesIn = async (db: Reader, texts: readonly WrittenProject[]): Promise<Names> => {
  const ids = [...new Set(texts.flatMap(({ lineage }) => lineage.map(({ earlierId }) => earlierId)))]
  const [stages, projects] = await Promise.all([
    stagesToChoose(db),
    ids.length === 0 ? [] : db.selectFrom('projects').select(['id', 'year', 'title']).where('id', 'in', ids).execute(),
  ])
  return {
    stages: new Map(stages.map(({ id, name, pathway }) => [id, `${pathway}: ${name}`])),
    projects: new Map(projects.map(({ id, year, title }) => [id, `${title} of ${yearLabel(academicYear(year))}`])),
  }
}
