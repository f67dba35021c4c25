import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Reader } from '../../platform/database/index.ts'
import { type AcademicYear, academicYear } from '../../vocabulary/academic-year.ts'
import type { Audience } from '../../vocabulary/audiences.ts'
import type { DeliveryModel } from '../../vocabulary/delivery-models.ts'
import type { Phase } from '../../vocabulary/phases.ts'
import { type ProjectCode, printProjectCode, withoutVariant } from '../../vocabulary/project-code.ts'
import type { ServingProject } from './pathway.ts'
import type { Outcome, Pathway, Project, PublicationStatus, Theme } from './project.ts'

export const projects = (db: Reader) =>
  db
    .selectFrom('projects as p')
    .innerJoin('terms_of_years as m', (join) =>
      join.onRef('m.delivery_model', '=', 'p.delivery_model').onRef('m.year', '=', 'p.year'),
    )
    .leftJoin('stages as s', 's.id', 'p.stage_id')
    .selectAll('p')
    .select([
      'm.name as model_name',
      'm.name_plural as model_plural',
      'm.group_word',
      'm.group_plural',
      'm.lead_word',
      'm.lead_plural',
      'm.session_word',
      'm.session_plural',
      's.key as stage_key',
      's.name as stage_name',
      's.pathway_id',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof projects>['execute']>>[number]

export const projectOf = (row: Row): Project => ({
  id: row.id,
  year: academicYear(row.year),
  code: row.code,
  title: row.title,
  slug: row.slug,
  hubId: row.hub_id,
  summary: row.summary,
  deliveryModel: row.delivery_model as DeliveryModel,
  words: {
    model: row.model_name,
    models: row.model_plural,
    group: row.group_word,
    groups: row.group_plural,
    lead: row.lead_word,
    leads: row.lead_plural,
    session: row.session_word,
    sessions: row.session_plural,
  },
  unit: row.unit as Project['unit'],
  joins: row.joins as Project['joins'],
  phases: row.phases as Phase[],
  audiences: row.audiences as Audience[],
  isNew: row.is_new,
  formerly: row.formerly,
  runningSince: row.running_since,
  runningSinceSource: row.running_since_source,
  daysMin: row.days_min === null ? null : Number(row.days_min),
  daysMax: row.days_max === null ? null : Number(row.days_max),
  timeBeside: row.time_beside,
  sessionsCount: row.sessions_count,
  partnerBodies: row.partner_bodies,
  modelsOfWorking: row.models_of_working,
  stage:
    row.stage_id && row.stage_key && row.stage_name && row.pathway_id
      ? { id: row.stage_id, key: row.stage_key, name: row.stage_name, pathwayId: row.pathway_id }
      : null,
  peopleMin: row.people_min,
  peopleMax: row.people_max,
  samePeopleAllYear: row.same_people_all_year,
  headteacherConfirms: row.headteacher_confirms,
  leadsGetAdditionalFunding: row.leads_get_additional_funding,
  freeToParticipants: row.free_to_participants,
  status: row.status as PublicationStatus,
  statusReason: row.status_reason,
})

const first = async (query: ReturnType<typeof projects>): Promise<Project | null> => {
  const row = await query.executeTakeFirst()
  return row ? projectOf(row) : null
}

export const projectById = (db: Reader, id: string): Promise<Project | null> =>
  first(projects(db).where('p.id', '=', id))

/** The project that a column of another room's query names, to come along with its row; `projectOf` reads it. */
export const projectOfColumn = (db: Reader, column: string) =>
  jsonObjectFrom(projects(db).where('p.id', '=', sql.ref<string>(column)))

export const themes = (db: Reader) =>
  db.selectFrom('project_themes').select(['id', 'kind', 'suffix', 'title', 'focus', 'starts']).orderBy('position')

/** A theme as it was read. */
export const themeOf = (row: Omit<Theme, 'kind'> & { readonly kind: string }): Theme => ({
  ...row,
  kind: row.kind as Theme['kind'],
})

/** The themes of such a project, in their order; `themeOf` reads each. */
export const themesOfColumn = (db: Reader, column: string) =>
  jsonArrayFrom(themes(db).where('project_id', '=', sql.ref<string>(column)))

export const projectByAddress = (db: Reader, year: AcademicYear, slug: string): Promise<Project | null> =>
  first(projects(db).where('p.year', '=', year).where('p.slug', '=', slug))

/** The project that carries a code; a strand or theme of it leads to the same project. */
export const projectByCode = (db: Reader, code: ProjectCode): Promise<Project | null> =>
  first(projects(db).where('p.code', '=', printProjectCode(withoutVariant(code))))

export const themesOf = async (db: Reader, projectId: string): Promise<readonly Theme[]> =>
  (await themes(db).where('project_id', '=', projectId).execute()).map(themeOf)

const outcomes = (db: Reader, projectId: string) =>
  db
    .selectFrom('project_outcomes')
    .select(['id', 'audience', 'outcome'])
    .where('project_id', '=', projectId)
    .orderBy('position')

export const outcomeOf = (row: { id: string; audience: string; outcome: string }): Outcome => ({
  ...row,
  audience: row.audience as Outcome['audience'],
})

/** What a project promises, in its order: to participants, to institutions, to the hub's own team. */
export const outcomesOf = async (db: Reader, projectId: string): Promise<readonly Outcome[]> =>
  (await outcomes(db, projectId).execute()).map(outcomeOf)

export const notices = (db: Reader) => db.selectFrom('year_notices').select(['heading', 'body']).orderBy('position')

/** Every journey that schools can go, with its stages in order. */
export const allPathways = async (db: Reader): Promise<readonly Pathway[]> => {
  const rows = await db
    .selectFrom('pathways as w')
    .innerJoin('stages as s', 's.pathway_id', 'w.id')
    .select([
      'w.id',
      'w.key',
      'w.name',
      'w.phase',
      's.id as stage_id',
      's.key as stage_key',
      's.name as stage_name',
      's.entry_point',
      's.repeats',
      's.beside_stage_id',
    ])
    .orderBy('w.key')
    .orderBy('s.position')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((ofOne) => {
    const [top] = ofOne
    const stages = ofOne.map((row) => ({
      id: row.stage_id,
      key: row.stage_key,
      name: row.stage_name,
      entryPoint: row.entry_point,
      repeats: row.repeats,
      beside: row.beside_stage_id,
    }))
    return top ? [{ id: top.id, key: top.key, name: top.name, phase: top.phase, stages }] : []
  })
}

/** The public national projects that serve stages, of one year or of every year, the latest first. */
export const projectsOfStages = async (
  db: Reader,
  { pathwayId, year }: { readonly pathwayId?: string; readonly year?: AcademicYear },
): Promise<readonly ServingProject[]> => {
  let query = db
    .selectFrom('projects as p')
    .innerJoin('stages as s', 's.id', 'p.stage_id')
    .select(['p.id', 'p.year', 'p.code', 'p.title', 'p.slug', 's.id as stageId'])
    .where('p.status', 'in', ['published', 'closed'])
    .where('p.hub_id', 'is', null)
    .orderBy('p.year', 'desc')
    .orderBy('p.title')
  if (pathwayId !== undefined) query = query.where('s.pathway_id', '=', pathwayId)
  if (year !== undefined) query = query.where('p.year', '=', year)
  return (await query.execute()).map((row) => ({ ...row, year: academicYear(row.year) }))
}

/** The projects that serve the pathway of one in its year, itself among them whether or not it is public yet. */
export const servingWith = async (db: Reader, project: Project): Promise<readonly ServingProject[]> => {
  if (!project.stage) return []
  const { id, year, code, title, slug, stage } = project
  const others = await projectsOfStages(db, { pathwayId: stage.pathwayId, year })
  return [...others.filter((each) => each.id !== id), { id, year, code, title, slug, stageId: stage.id }]
}

/** The pathways whose stages projects of a year serve, with those projects. */
export const pathwaysOfYear = async (
  db: Reader,
  year: AcademicYear,
): Promise<readonly { readonly pathway: Pathway; readonly serving: readonly ServingProject[] }[]> => {
  const serving = await projectsOfStages(db, { year })
  if (serving.length === 0) return []
  return (await allPathways(db)).flatMap((pathway) => {
    const its = serving.filter(({ stageId }) => pathway.stages.some(({ id }) => id === stageId))
    return its.length > 0 ? [{ pathway, serving: its }] : []
  })
}
