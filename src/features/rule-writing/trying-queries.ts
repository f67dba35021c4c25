import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { type Criterion, type RequestTried, rulesTried } from '../criteria/index.ts'
import { statedIn } from '../interest/index.ts'
import type { Writing } from '../project-writing/index.ts'
import { ruleOf } from './rule-written.ts'
import type { RequestOnTrial } from './trying.ts'

type Row = {
  readonly id: string
  readonly organisation_id: string
  readonly organisation: string
  readonly hub_id: string
  readonly hub: string
  readonly project_id: string
  readonly year: number
  readonly theme_id: string | null
  readonly suffix: string | null
}

// What was asked of the project and of those it comes from, of its year and the year before; of a hub's own project, of that hub.
const requestsOf = async (db: Reader, { id, hubId, written }: Writing): Promise<readonly Row[]> => {
  const line = [id, ...written.lineage.map(({ earlierId }) => earlierId)]
  const { rows } = await sql<Row>`with recursive line (id) as (
      select unnest(${line}::uuid[])
      union select g.earlier_project_id from line l join project_lineage g on g.project_id = l.id)
    select i.id, i.organisation_id, o.name as organisation, f.hub_id, coalesce(n.name, h.slug) as hub, i.project_id, p.year,
      coalesce(i.theme_id, f.theme_id) as theme_id, t.suffix
    from line l join projects p on p.id = l.id and p.year >= ${written.year - 1}
    join expressions_of_interest i on i.project_id = p.id
    join offers f on f.id = i.offer_id join hubs h on h.id = f.hub_id
    left join hub_names n on n.hub_id = h.id and n.to_on is null
    join organisations o on o.id = i.organisation_id
    left join project_themes t on t.id = coalesce(i.theme_id, f.theme_id)
    where i.received_at is not null and (${hubId}::uuid is null or f.hub_id = ${hubId}::uuid)
    order by hub, organisation, i.id`.execute(db)
  return rows
}

const proposedIn = ({ written }: Writing): readonly Criterion[] =>
  written.criteria.flatMap(({ id, themeId, strength, sentence, ...kept }) => {
    const rule = ruleOf(kept)
    return rule ? [{ id, themeId, strength, sentence, rule }] : []
  })

/** Every request of this and last year, with what the rules as they stand say of it and what those that are written would say. */
export const tryRules = async (context: Context, writing: Writing): Promise<readonly RequestOnTrial[]> => {
  const rows = await requestsOf(context.db, writing)
  if (rows.length === 0) return []
  const stated = await statedIn(
    context.db,
    rows.map(({ id }) => id),
  )
  const themes = new Map(writing.written.themes.map(({ suffix, id }) => [suffix, id]))
  const requests = rows.map(
    (row): RequestTried => ({
      key: row.id,
      organisationId: row.organisation_id,
      hubId: row.hub_id,
      projectId: row.project_id,
      year: row.year,
      themeId: row.theme_id,
      proposedThemeId: row.suffix === null ? null : (themes.get(row.suffix) ?? null),
      stated: stated.get(row.id) ?? {},
    }),
  )
  const tried = new Map((await rulesTried(context, requests, proposedIn(writing))).map((each) => [each.key, each]))
  return rows.flatMap(({ id, hub, organisation, year }) => {
    const each = tried.get(id)
    return each ? [{ ...each, hub, organisation, year }] : []
  })
}
