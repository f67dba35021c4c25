import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { localDate } from '../../vocabulary/local-time.ts'
import type { PartTaken, StageTaken } from './known-facts.ts'
import type { StageStatus } from './leaf.ts'

type ById<Taken> = ReadonlyMap<string, readonly Taken[]>

const grouped = <Row extends { readonly asker: string }, Taken>(
  rows: readonly Row[],
  taken: (row: Row) => Taken,
): ById<Taken> =>
  new Map([...Map.groupBy(rows, ({ asker }) => asker)].map(([asker, all]) => [asker, all.map(taken)] as const))

// Each organisation with those that it followed (domain rule 13).
const followed = (organisationIds: readonly string[]) => sql`followed (asker, id) as (
  select asker, asker from unnest(${organisationIds}::uuid[]) as asked (asker)
  union select f.asker, s.predecessor_id from organisation_successors s join followed f on f.id = s.successor_id)`

// Each project that rules ask about, with those it comes from and those that came from it.
const families = (projectIds: readonly string[]) => sql`family (asked, id, back) as (
  select asked, asked, back from unnest(${projectIds}::uuid[]) as a (asked) cross join (values (true), (false)) as d (back)
  union select f.asked, case when f.back then g.earlier_project_id else g.project_id end, f.back
  from family f join project_lineage g on f.id = case when f.back then g.project_id else g.earlier_project_id end)`

type StageRow = {
  readonly asker: string
  readonly stage: string
  readonly year: number
  readonly status: string
  readonly recorded_at: Temporal.Instant
}

const stageTaken = (row: StageRow): StageTaken => ({
  stage: row.stage,
  year: row.year,
  status: row.status as StageStatus,
  recordedOn: localDate(row.recorded_at),
})

/** Stage records of organisations and of those they followed, latest year first. */
export const stagesTaken = async (db: Reader, organisationIds: readonly string[]): Promise<ById<StageTaken>> => {
  const { rows } = await sql<StageRow>`with recursive ${followed(organisationIds)}
    select f.asker, s.key as stage, r.year, r.status, r.recorded_at
    from followed f join stage_records r on r.organisation_id = f.id join stages s on s.id = r.stage_id
    order by r.year desc, s.key`.execute(db)
  return grouped(rows, stageTaken)
}

/** Stages that people took part in, at whichever school they were then. */
export const stagesOfPeople = async (db: Reader, personIds: readonly string[]): Promise<ById<StageTaken>> => {
  const { rows } = await sql<StageRow>`select t.person_id as asker, s.key as stage, p.year,
      case when t.status = 'completed' then 'completed' when t.status = 'left' then 'withdrew' else 'in_progress' end as status,
      coalesce(l.held_at, l.offered_at, now()) as recorded_at
    from participants t join places l on l.id = t.place_id join projects p on p.id = l.project_id join stages s on s.id = p.stage_id
    where t.person_id = any(${personIds}::uuid[]) and l.status in ('held', 'completed', 'left')
    order by p.year desc, s.key`.execute(db)
  return grouped(rows, stageTaken)
}

type PartRow = {
  readonly asker: string
  readonly project: string
  readonly title: string
  readonly year: number
  readonly held_at: Temporal.Instant | null
}

const partTaken = (row: PartRow): PartTaken => ({
  project: row.project,
  title: row.title,
  year: row.year,
  since: row.held_at && localDate(row.held_at),
})

type PartsAsked = { readonly askers: readonly string[]; readonly projectIds: readonly string[] }

/** Places that organisations, and those they followed, have had in these projects and their lines. */
export const partsTaken = async (db: Reader, { askers, projectIds }: PartsAsked): Promise<ById<PartTaken>> => {
  const { rows } = await sql<PartRow>`with recursive ${followed(askers)}, ${families(projectIds)}
    select distinct f.asker, y.asked as project, p.title, p.year, l.held_at
    from followed f join places l on l.organisation_id = f.id join family y on y.id = l.project_id join projects p on p.id = l.project_id
    where l.status in ('held', 'completed', 'left') order by p.year desc, p.title`.execute(db)
  return grouped(rows, partTaken)
}

/** Parts that people have taken in these projects and their lines. */
export const partsOfPeople = async (db: Reader, { askers, projectIds }: PartsAsked): Promise<ById<PartTaken>> => {
  const { rows } = await sql<PartRow>`with recursive ${families(projectIds)}
    select distinct t.person_id as asker, y.asked as project, p.title, p.year, l.held_at
    from participants t join places l on l.id = t.place_id join family y on y.id = l.project_id join projects p on p.id = l.project_id
    where t.person_id = any(${askers}::uuid[]) and l.status in ('held', 'completed', 'left')
    order by p.year desc, p.title`.execute(db)
  return grouped(rows, partTaken)
}
