import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import { type Indicator, isIndicator, type Line, type Snapshot } from './indicator.ts'

export type Filter = {
  readonly year: number
  readonly asAt: Temporal.Instant
  readonly hubId: string | null
  readonly projectId: string | null
}

// One row for each thing that counts, as it was recorded by the moment asked for.
const counted = ({ year, asAt, hubId, projectId }: Filter) => sql`
  select * from (
    select 'interest' as indicator, hub_id, project_id, organisation_id from reporting_interest
      where year = ${year} and received_at <= ${asAt} and status <> 'passed_on'
    union all
    select 'places', hub_id, project_id, organisation_id from reporting_places
      where year = ${year} and held_at <= ${asAt} and not (status = 'released' and ended_at <= ${asAt})
    union all
    select distinct on (place_id) 'participation', hub_id, project_id, organisation_id from reporting_participation
      where year = ${year} and took_part_at <= ${asAt} and (superseded_at is null or superseded_at > ${asAt})
    union all
    select 'completion', hub_id, project_id, organisation_id from reporting_completion
      where year = ${year} and completed_at <= ${asAt}
  ) c where (${hubId}::uuid is null or hub_id = ${hubId}) and (${projectId}::uuid is null or project_id = ${projectId})`

/** The four figures of a year by hub and project, as at a moment. */
export const figuresOf = async (db: Reader, filter: Filter): Promise<readonly Line[]> => {
  const { rows } = await sql<Line>`
    select c.hub_id as "hubId", coalesce(n.name, h.slug) as hub, c.project_id as "projectId", concat_ws(' ', p.title, '(' || p.code || ')') as project,
      p.hub_id is not null as "isOwn", count(*) filter (where indicator = 'interest') as interest, count(*) filter (where indicator = 'places') as places,
      count(*) filter (where indicator = 'participation') as participation, count(*) filter (where indicator = 'completion') as completion
    from (${counted(filter)}) c join hubs h on h.id = c.hub_id left join hub_names n on n.hub_id = h.id and n.to_on is null
      join projects p on p.id = c.project_id
    group by c.hub_id, n.name, h.slug, c.project_id, p.title, p.code, p.hub_id order by 2, 4`.execute(db)
  return rows
}

type Organisations = Readonly<Record<Indicator, number>>

/** How many different organisations stand behind each figure, of national projects and of hubs' own; one behind several hubs' figures counts once. */
export const organisationsOf = async (
  db: Reader,
  filter: Filter,
): Promise<{ readonly national: Organisations; readonly own: Organisations }> => {
  const { rows } = await sql<{ indicator: string; isOwn: boolean; count: number }>`
    select indicator, p.hub_id is not null as "isOwn", count(distinct organisation_id) as count
    from (${counted(filter)}) c join projects p on p.id = c.project_id group by 1, 2`.execute(db)
  const together = (own: boolean): Organisations => {
    const of = (indicator: Indicator) =>
      rows.find((row) => row.indicator === indicator && row.isOwn === own)?.count ?? 0
    return {
      interest: of('interest'),
      places: of('places'),
      participation: of('participation'),
      completion: of('completion'),
    }
  }
  return { national: together(false), own: together(true) }
}

/** What can be chosen in the filter: years with projects, hubs, and the projects of a year. */
export const choicesOf = async (db: Reader, year: number) => {
  const [years, hubs, projects] = await Promise.all([
    db.selectFrom('academic_years').select('year').orderBy('year', 'desc').execute(),
    db
      .selectFrom('hubs as h')
      .innerJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
      .select(['h.id', 'h.slug', 'n.name'])
      .orderBy('n.name')
      .execute(),
    db
      .selectFrom('projects')
      .select(['id', 'slug', 'title', 'code'])
      .where('year', '=', year)
      .where('status', '<>', 'draft')
      .orderBy('title')
      .execute(),
  ])
  return { years: years.map((row) => row.year), hubs, projects }
}

const snapshot: z.ZodType<Snapshot> = z.object({
  total: z.number(),
  organisations: z.number(),
  own: z.number().optional(),
  rows: z.array(z.object({ hub: z.string(), project: z.string(), count: z.number() })),
})

const published = (db: Reader) =>
  db
    .selectFrom('published_figures as f')
    .select(['f.id', 'f.indicator', 'f.definition', 'f.population', 'f.year', 'f.as_at', 'f.published_at', 'f.figures'])

type Row = Awaited<ReturnType<ReturnType<typeof published>['execute']>>[number]
const seen = (row: Row) => ({
  ...row,
  indicator: isIndicator(row.indicator) ? row.indicator : ('interest' as const),
  figures: stored(snapshot, row.figures, 'a published figure'),
})
export type PublishedFigure = ReturnType<typeof seen>

/** Figures that have been published, the latest first. */
export const publishedFigures = async (db: Reader): Promise<readonly PublishedFigure[]> =>
  (await published(db).orderBy('f.published_at', 'desc').execute()).map(seen)

/** One published figure, exactly as it was published. */
export const publishedFigure = async (db: Reader, id: string): Promise<PublishedFigure | null> => {
  const row = await published(db).where('f.id', '=', id).executeTakeFirst()
  return row ? seen(row) : null
}

export type StageFlow = {
  readonly pathway: string
  readonly stage: string
  readonly position: number
  readonly year: number
  readonly next: string | null
  readonly count: number
}

/** How many schools stood at each stage in each year, and where each of them stood the year after. */
export const stageFlows = async (db: Reader): Promise<readonly StageFlow[]> => {
  const { rows } = await sql<StageFlow>`
    select w.name as pathway, s.name as stage, s.position, r.year, n.name as next, count(*) as count
    from stage_records r join stages s on s.id = r.stage_id join pathways w on w.id = s.pathway_id
      left join stage_records r2 on r2.organisation_id = r.organisation_id and r2.year = r.year + 1
        and exists (select from stages s2 where s2.id = r2.stage_id and s2.pathway_id = s.pathway_id)
      left join stages n on n.id = r2.stage_id
    group by w.name, s.name, s.position, r.year, n.name order by w.name, r.year, s.position, n.name`.execute(db)
  return rows
}
