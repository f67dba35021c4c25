import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '../../platform/database/index.ts'
import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import type { Goal, Project, ProjectInFull, WhoCanTakePart } from './project.ts'
import { notices, outcomeOf, outcomes, pathwayById, themeOf, themes } from './queries.ts'

const sections = (db: Reader, projectId: string) =>
  db
    .selectFrom('project_sections')
    .select(['key', 'heading', 'body'])
    .where('project_id', '=', projectId)
    .orderBy('position')

const whoCanTakePart = (db: Reader, projectId: string) =>
  db
    .selectFrom('criteria')
    .select(['theme_id as themeId', 'strength', 'sentence'])
    .where('project_id', '=', projectId)
    .orderBy('position')

const goals = (db: Reader) =>
  db
    .selectFrom('programme_goals')
    .select(['goal', 'by_label as by', 'standing', 'standing_source as source'])
    .select(sql<string | null>`standing_on::text`.as('standingOn'))
    .orderBy('position')

/** What the programme has set out to reach, as a year tells it. */
export const goalsOf = (db: Reader, year: AcademicYear): Promise<readonly Goal[]> =>
  goals(db).where('year', '=', year).execute()

/** A project with everything that its page and its flyer tell. */
export const inFull = async (db: Reader, project: Project): Promise<ProjectInFull> => {
  const [read, pathway] = await Promise.all([
    db
      .selectNoFrom([
        jsonArrayFrom(sections(db, project.id)).as('sections'),
        jsonArrayFrom(outcomes(db, project.id)).as('outcomes'),
        jsonArrayFrom(themes(db).where('project_id', '=', project.id)).as('themes'),
        jsonArrayFrom(whoCanTakePart(db, project.id)).as('who'),
        jsonArrayFrom(notices(db, project.year)).as('notices'),
        jsonArrayFrom(goals(db).where('project_id', '=', project.id)).as('goals'),
      ])
      .executeTakeFirstOrThrow(),
    project.stage ? pathwayById(db, project.stage.pathwayId) : null,
  ])
  return {
    ...project,
    sections: read.sections,
    outcomes: read.outcomes.map(outcomeOf),
    themes: read.themes.map(themeOf),
    whoCanTakePart: read.who.map((row) => ({ ...row, strength: row.strength as WhoCanTakePart['strength'] })),
    pathway,
    notices: read.notices,
    goals: read.goals,
  }
}
