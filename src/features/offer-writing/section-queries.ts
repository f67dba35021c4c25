import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { markOf } from '../../platform/versions.ts'
import { type AcademicYear, academicYear } from '../../vocabulary/academic-year.ts'
import { awaitsChoice, type SectionStanding, type SectionWritten, sectionStanding } from './section-standing.ts'

/** A section of an offer for its hub to write, with a mark that changes with every word of it, national or own. */
export type SectionToWrite = SectionWritten & { readonly standing: SectionStanding; readonly mark: string }

type Row = {
  readonly key: string
  readonly national_heading: string | null
  readonly national_body: string | null
  readonly heading: string | null
  readonly body: string | null
  readonly based_on_heading: string | null
  readonly based_on_body: string | null
  readonly may_be_left_out: boolean | null
  readonly is_left_out: boolean | null
}

const words = (heading: string | null, body: string | null) =>
  heading === null || body === null ? null : { heading, body }

const sectionOf = (row: Row): SectionToWrite => {
  const written = {
    key: row.key,
    national: words(row.national_heading, row.national_body),
    own: row.is_left_out ? null : words(row.heading, row.body),
    basedOn: words(row.based_on_heading, row.based_on_body),
    mayBeLeftOut: row.may_be_left_out ?? false,
    isLeftOut: (row.is_left_out && row.may_be_left_out) ?? false,
  }
  return { ...written, standing: sectionStanding(written), mark: markOf(written) }
}

/** Every section of an offer: the national text in its order with the hub's own in its place, then what the hub adds. */
export const sectionsToWrite = async (db: Reader, offerId: string): Promise<readonly SectionToWrite[]> => {
  const { rows } = await sql<Row>`
    select coalesce(n.key, s.key) as key, n.heading as national_heading, n.body as national_body, s.heading, s.body, s.based_on_heading, s.based_on_body, n.may_be_left_out, s.is_left_out
    from (select n.* from project_sections n join offers o on o.project_id = n.project_id where o.id = ${offerId}) n
    full join (select * from offer_sections where offer_id = ${offerId}) s on s.key = n.key
    order by n.position nulls last, s.position`.execute(db)
  return rows.map(sectionOf)
}

/** How many sections of each offer of a hub wait for its choice, after the national text was corrected. */
export const choicesAwaited = async (db: Reader, hubId: string): Promise<ReadonlyMap<string, number>> => {
  const drifts = await driftsWhere(db, sql`o.hub_id = ${hubId} and o.status <> 'withdrawn'`)
  const waiting = drifts.filter(({ section }) => awaitsChoice(section.standing))
  return new Map([...Map.groupBy(waiting, ({ offerId }) => offerId)].map(([id, all]) => [id, all.length]))
}

/** One section that a hub has in its own words, as the national team sees it. */
export type Drift = {
  readonly offerId: string
  readonly slug: string
  readonly hub: { readonly slug: string; readonly name: string }
  readonly project: { readonly id: string; readonly title: string; readonly code: string | null }
  readonly year: AcademicYear
  readonly section: SectionToWrite
}

type DriftRow = Row & {
  readonly offer_id: string
  readonly slug: string
  readonly hub_slug: string
  readonly hub: string
  readonly project_id: string
  readonly title: string
  readonly code: string | null
  readonly year: number
}

/** Where published offers of a year say in the hub's own words what the national text says, or said: by project and hub. */
export const driftsOfYear = (db: Reader, year: AcademicYear): Promise<readonly Drift[]> =>
  driftsWhere(db, sql`o.year = ${year} and o.status in ('published', 'closed') and p.hub_id is null`)

const driftsWhere = async (db: Reader, which: ReturnType<typeof sql>): Promise<readonly Drift[]> => {
  const { rows } = await sql<DriftRow>`
    select o.id as offer_id, o.slug, h.slug as hub_slug, coalesce(m.name, h.slug) as hub, p.id as project_id, p.title, p.code, o.year,
      s.key, n.heading as national_heading, n.body as national_body, s.heading, s.body, s.based_on_heading, s.based_on_body,
      n.may_be_left_out, s.is_left_out
    from offer_sections s join offers o on o.id = s.offer_id join projects p on p.id = o.project_id join hubs h on h.id = o.hub_id
    left join hub_names m on m.hub_id = h.id and m.to_on is null
    left join project_sections n on n.project_id = o.project_id and n.key = s.key
    where (n.key is not null or s.based_on_body is not null) and (not s.is_left_out or n.may_be_left_out) and ${which}
    order by p.title, hub, n.position nulls last, s.position`.execute(db)
  return rows.map((row) => ({
    offerId: row.offer_id,
    slug: row.slug,
    hub: { slug: row.hub_slug, name: row.hub },
    project: { id: row.project_id, title: row.title, code: row.code },
    year: academicYear(row.year),
    section: sectionOf(row),
  }))
}
