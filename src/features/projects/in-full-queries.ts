import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '../../platform/database/index.ts'
import { found } from '../../platform/errors.ts'
import type { Pathway, Project, ProjectInFull, WhoCanTakePart } from './project.ts'
import { allPathways, notices, outcomeOf, themeOf, themes } from './queries.ts'

const ofProject = sql.ref<string>('p.id')

const partsOf = (db: Reader, ids: readonly string[]) =>
  db
    .selectFrom('projects as p')
    .select([
      'p.id',
      jsonArrayFrom(
        db
          .selectFrom('project_sections')
          .select(['key', 'heading', 'body'])
          .where('project_id', '=', ofProject)
          .orderBy('position'),
      ).as('sections'),
      jsonArrayFrom(
        db
          .selectFrom('project_outcomes')
          .select(['id', 'audience', 'outcome'])
          .where('project_id', '=', ofProject)
          .orderBy('position'),
      ).as('outcomes'),
      jsonArrayFrom(themes(db).where('project_id', '=', ofProject)).as('themes'),
      jsonArrayFrom(
        db
          .selectFrom('criteria')
          .select(['theme_id as themeId', 'strength', 'sentence'])
          .select(sql<boolean>`widens_id is not null`.as('isWidening'))
          .where('project_id', '=', ofProject)
          .orderBy('position'),
      ).as('who'),
      jsonArrayFrom(notices(db).where('year', '=', sql.ref<number>('p.year'))).as('notices'),
      jsonArrayFrom(goals(db).where('project_id', '=', ofProject)).as('goals'),
    ])
    .where('p.id', 'in', [...ids])

export const goals = (db: Reader) =>
  db
    .selectFrom('programme_goals')
    .select(['goal', 'by_label as by', 'standing', 'standing_source as source'])
    .select(sql<string | null>`standing_on::text`.as('standingOn'))
    .orderBy('position')

type Parts = Awaited<ReturnType<ReturnType<typeof partsOf>['execute']>>[number]

const whole = (project: Project, read: Parts, pathway: Pathway | null): ProjectInFull => ({
  ...project,
  sections: read.sections,
  outcomes: read.outcomes.map(outcomeOf),
  themes: read.themes.map(themeOf),
  whoCanTakePart: read.who.map((row) => ({ ...row, strength: row.strength as WhoCanTakePart['strength'] })),
  pathway,
  notices: read.notices,
  goals: read.goals,
})

/** Projects with everything that their pages and flyers tell, in their order. */
export const allInFull = async (db: Reader, projects: readonly Project[]): Promise<readonly ProjectInFull[]> => {
  if (projects.length === 0) return []
  const ids = projects.map(({ id }) => id)
  const [rows, pathways] = await Promise.all([
    partsOf(db, ids).execute(),
    projects.some(({ stage }) => stage !== null) ? allPathways(db) : [],
  ])
  const read = new Map(rows.map((row) => [row.id, row]))
  return projects.flatMap((project) => {
    const parts = read.get(project.id)
    const pathway = pathways.find(({ id }) => id === project.stage?.pathwayId) ?? null
    return parts ? [whole(project, parts, pathway)] : []
  })
}

/** A project with everything that its page and its flyer tell. */
export const inFull = async (db: Reader, project: Project): Promise<ProjectInFull> =>
  found((await allInFull(db, [project]))[0])
