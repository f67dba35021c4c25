import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { type Compared, type Criterion, type RequestTried, rulesTried } from '../criteria/index.ts'
import { statedIn } from '../interest/index.ts'
import type { Writing } from '../project-writing/index.ts'
import { criteriaIn } from './rule-written.ts'
import type { RequestOnTrial } from './trying.ts'

type Row = {
  readonly id: string
  readonly offer_id: string
  readonly organisation_id: string
  readonly organisation: string
  readonly hub_id: string
  readonly hub: string
  readonly project_id: string
  readonly year: number
  readonly theme_id: string | null
  readonly suffix: string | null
}

/** On which requests rules are tried: those of some projects and of the ones they come from, of a year and the year before. */
export type TriedOn = {
  readonly projectIds: readonly string[]
  readonly year: number
  /** The hub whose requests alone they are; null for every hub's. */
  readonly hubId: string | null
  /** The themes that the rules know, by the ending of their codes. */
  readonly themes: ReadonlyMap<string, string>
}

const requestsOf = async (db: Reader, { projectIds, year, hubId }: TriedOn): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`with recursive line (id) as (
      select unnest(${projectIds}::uuid[])
      union select g.earlier_project_id from line l join project_lineage g on g.project_id = l.id)
    select i.id, i.offer_id, i.organisation_id, o.name as organisation, f.hub_id, coalesce(n.name, h.slug) as hub, i.project_id, p.year,
      coalesce(i.theme_id, f.theme_id) as theme_id, t.suffix
    from line l join projects p on p.id = l.id and p.year >= ${year - 1}
    join expressions_of_interest i on i.project_id = p.id
    join offers f on f.id = i.offer_id join hubs h on h.id = f.hub_id
    left join hub_names n on n.hub_id = h.id and n.to_on is null
    join organisations o on o.id = i.organisation_id
    left join project_themes t on t.id = coalesce(i.theme_id, f.theme_id)
    where i.received_at is not null and (${hubId}::uuid is null or f.hub_id = ${hubId}::uuid)
    order by hub, organisation, i.id`.execute(db)
  return rows
}

/** Tries rules on requests that were sent: what is set against what is said of the rules that stand for each. */
export const tryOn = async (
  context: Context,
  on: TriedOn,
  compared: Parameters<typeof rulesTried>[2],
): Promise<readonly RequestOnTrial[]> => {
  const rows = await requestsOf(context.db, on)
  if (rows.length === 0) return []
  const stated = await statedIn(
    context.db,
    rows.map(({ id }) => id),
    context.today,
  )
  const requests = rows.map(
    (row): RequestTried => ({
      key: row.id,
      offerId: row.offer_id,
      organisationId: row.organisation_id,
      hubId: row.hub_id,
      projectId: row.project_id,
      year: row.year,
      themeId: row.theme_id,
      proposedThemeId: row.suffix === null ? null : (on.themes.get(row.suffix) ?? null),
      stated: stated.get(row.id) ?? {},
    }),
  )
  const tried = new Map((await rulesTried(context, requests, compared)).map((each) => [each.key, each]))
  return rows.flatMap(({ id, hub, organisation, year }) => {
    const each = tried.get(id)
    return each ? [{ ...each, hub, organisation, year }] : []
  })
}

// Hubs' own rules count as far as the rules that are written allow them.
const ownThatCount = ({ written }: Writing, own: readonly Criterion[]): readonly Criterion[] =>
  own.filter(({ widens }) =>
    widens
      ? written.criteria.some(({ id, hubsMayWiden }) => id === widens && hubsMayWiden === true)
      : written.hubsMayNarrow,
  )

/** Every request of this and last year, with what the rules as they stand say of it and what those that are written would say. */
export const tryRules = (context: Context, writing: Writing): Promise<readonly RequestOnTrial[]> => {
  const { id, hubId, written } = writing
  const proposed = criteriaIn(written)
  return tryOn(
    context,
    {
      projectIds: [id, ...written.lineage.map(({ earlierId }) => earlierId)],
      year: written.year,
      hubId,
      themes: new Map(written.themes.map(({ suffix, id: themeId }) => [suffix, themeId])),
    },
    ({ project, own }): Compared => ({
      before: [...project, ...own],
      after: [...proposed, ...ownThatCount(writing, own)],
    }),
  )
}
