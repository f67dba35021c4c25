import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { found } from '../../platform/errors.ts'
import { localDate } from '../../vocabulary/local-time.ts'
import { phasesTaught, type SchoolPhase } from '../../vocabulary/school-phases.ts'
import { lineOf } from '../organisations/index.ts'
import { projectsAsked } from './asked-queries.ts'
import type { KnownFacts, KnownOrganisation, StageTaken, Stated } from './known-facts.ts'
import type { Answer } from './rule.ts'
import { closedVerdict, type Verdict, verdictOf } from './verdict.ts'

export type Verdicts = readonly Verdict[]

type Asked = { readonly projectId: string; readonly themeId: string | null }

type About = { readonly organisationId: string; readonly hubId?: string | null }

/** What a visitor is told: from the public register and what the visitor says, never from history with the network (domain rule 15). */
export const verdictsForVisitor = async (context: Context, input: Asked & About & Partial<Stated>): Promise<Verdicts> =>
  found((await verdictsOf(context, [input], { ...input, withHistory: false })).get(input.projectId))

/** The same for several projects at once: what can our school join? */
export const verdictsOfProjectsForVisitor = (
  context: Context,
  input: About & { readonly projects: readonly Asked[] },
): Promise<ReadonlyMap<string, Verdicts>> => verdictsOf(context, input.projects, { ...input, withHistory: false })

/** The same with the organisation's history: for the organisation itself, and for its hub. */
export const verdictsOfProjects = (
  context: Context,
  input: About & { readonly projects: readonly Asked[] },
): Promise<ReadonlyMap<string, Verdicts>> => verdictsOf(context, input.projects, { ...input, withHistory: true })

/** Verdicts with the organisation's history: for its hub, and for a sender whose address is confirmed. */
export const verdictsFor = async (context: Context, input: Asked & About & Stated): Promise<Verdicts> =>
  found((await verdictsOf(context, [input], { ...input, withHistory: true })).get(input.projectId))

const verdictsOf = async (
  { db, today }: Context,
  asked: readonly Asked[],
  about: About & Partial<Stated> & { readonly withHistory: boolean },
): Promise<ReadonlyMap<string, Verdicts>> => {
  const projectIds = asked.map(({ projectId }) => projectId)
  const [projects, organisation, inArea, stages, stageNames] = await Promise.all([
    projectsAsked(db, projectIds),
    organisationOf(db, about.organisationId),
    about.hubId ? areaOf(db, { hubId: about.hubId, organisationId: about.organisationId, today }) : null,
    about.withHistory ? stagesTakenBy(db, about.organisationId) : null,
    namesOfStages(db),
  ])
  const said = { people: about.people ?? null, commitments: about.commitments ?? null }
  return new Map(
    asked.map(({ projectId, themeId }) => {
      const known: KnownFacts = {
        ...said,
        organisation,
        inArea,
        stages,
        stageNames,
        year: projects.get(projectId)?.year ?? today.year,
        today,
      }
      const criteria = projects.get(projectId)?.criteria ?? []
      const own = criteria.filter((each) => each.themeId === null || each.themeId === themeId)
      const closed = closedVerdict(known)
      return [projectId, [...(closed ? [closed] : []), ...own.map((criterion) => verdictOf(criterion, known))]]
    }),
  )
}

export const organisationOf = async (db: Reader, organisationId: string): Promise<KnownOrganisation> => {
  const row = found(
    await db
      .selectFrom('organisations as o')
      .select([
        'o.name',
        'o.kind',
        'o.phase',
        'o.low_age',
        'o.high_age',
        'o.state_funded',
        'o.itt_kind',
        'o.itt_phases',
        'o.status',
        'o.closed_on',
      ])
      .select((select) =>
        select
          .selectFrom('organisation_successors as f')
          .innerJoin('organisations as n', 'n.id', 'f.successor_id')
          .select('n.name')
          .whereRef('f.predecessor_id', '=', 'o.id')
          .orderBy('f.since_on', 'desc')
          .limit(1)
          .as('successor'),
      )
      .where('o.id', '=', organisationId)
      .executeTakeFirst(),
  )
  return {
    name: row.name,
    kind: row.kind,
    phases:
      row.kind === 'school'
        ? phasesTaught({ phase: row.phase as SchoolPhase | null, lowAge: row.low_age, highAge: row.high_age })
        : [],
    stateFunded: row.state_funded,
    ittKind: row.itt_kind,
    ittPhases: row.itt_phases,
    status: row.status,
    closedOn: row.closed_on,
    successor: row.successor,
  }
}

const areaOf = async (
  db: Reader,
  { hubId, organisationId, today }: { hubId: string; organisationId: string; today: Temporal.PlainDate },
): Promise<{ answer: Answer; hub: string }> => {
  const { hub, authority, areas } = await db
    .selectNoFrom([
      db.selectFrom('hub_names').select('name').where('hub_id', '=', hubId).where('to_on', 'is', null).as('hub'),
      db.selectFrom('organisations').select('authority_code').where('id', '=', organisationId).as('authority'),
      jsonArrayFrom(
        db
          .selectFrom('hub_areas')
          .select(['authority_code', 'part'])
          .where('hub_id', '=', hubId)
          .where('authority_code', 'is not', null)
          .where((is) => is.or([is('from_on', 'is', null), is('from_on', '<=', today)]))
          .where((is) => is.or([is('to_on', 'is', null), is('to_on', '>=', today)])),
      ).as('areas'),
    ])
    .executeTakeFirstOrThrow()
  const here = areas.filter((area) => area.authority_code === authority)
  const known = areas.length > 0 && authority !== null && !(here.length > 0 && here.every(({ part }) => part))
  return { answer: known ? (here.length > 0 ? 'yes' : 'no') : 'not_yet_known', hub: hub ?? 'the hub' }
}

/** Stage records of an organisation and of those it followed (domain rule 13), latest year first. */
export const stagesTakenBy = async (db: Reader, organisationId: string): Promise<readonly StageTaken[]> => {
  const rows = await db
    .selectFrom('stage_records as r')
    .innerJoin('stages as s', 's.id', 'r.stage_id')
    .select(['s.key', 'r.year', 'r.status', 'r.recorded_at'])
    .where('r.organisation_id', '=', lineOf(organisationId))
    .orderBy('r.year', 'desc')
    .execute()
  return rows.map((row) => ({
    stage: row.key,
    year: row.year,
    status: row.status as StageTaken['status'],
    recordedOn: localDate(row.recorded_at),
  }))
}

export const namesOfStages = async (db: Reader): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.selectFrom('stages').select(['key', 'name']).execute()
  return new Map(rows.map((row) => [row.key, row.name]))
}
