import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import type { GridPoint } from '../../vocabulary/grid.ts'
import type { Searched, SearchedOffer } from './search.ts'
import type { Term } from './terms.ts'

/** Where to look near: a point, and the authorities of the schools there. */
export type Nearby = { readonly point: GridPoint; readonly authorities: readonly string[] }

type Looked = {
  readonly year: AcademicYear
  readonly terms: readonly Term[]
  readonly nearby: Nearby | null
  readonly today: Temporal.PlainDate
}

// A word is found by its stem and by what begins with it; a word that English says too often is held by everything.
const wordsQuery = (words: readonly string[]) =>
  sql`to_tsquery('english', ${words.map((word) => `${word}:*`).join(' | ')})`
const oneOf = (term: Extract<Term, { kind: 'word' }>): readonly string[] => [term.word, ...term.meant]

const bits = (terms: readonly Term[], of: (term: Term) => RawBuilder<boolean>): RawBuilder<number> =>
  terms.length === 0
    ? sql`0`
    : sql`(${sql.join(
        terms.map((term, at) => sql`case when ${of(term)} then ${sql.lit(1 << at)} else 0 end`),
        sql` + `,
      )})`

const heldByText = (column: string) => (term: Term) =>
  term.kind === 'code'
    ? sql<boolean>`false`
    : sql<boolean>`numnode(${wordsQuery(oneOf(term))}) = 0 or ${sql.ref(column)} @@ ${wordsQuery(oneOf(term))}`

const heldByProject = (term: Term) =>
  term.kind === 'code' ? sql<boolean>`p.code = ${term.code}` : heldByText('w.words')(term)

const heldByHub = (term: Term) =>
  term.kind === 'code'
    ? sql<boolean>`false`
    : sql<boolean>`${sql.join(
        oneOf(term).map((word) => sql`strpos(said, ${` ${word}`}) > 0`),
        sql` or `,
      )}`

const rankOf = (terms: readonly Term[]): RawBuilder<number> => {
  const words = terms.flatMap((term) => (term.kind === 'word' ? oneOf(term) : []))
  return words.length === 0 ? sql`0` : sql`ts_rank('{0.02, 0.1, 0.4, 1}', w.words, ${wordsQuery(words)})`
}

const squared = ({ point }: Nearby, easting: RawBuilder<unknown>, northing: RawBuilder<unknown>) =>
  sql`(${easting} - ${point.easting}::float8) * (${easting} - ${point.easting}::float8) + (${northing} - ${point.northing}::float8) * (${northing} - ${point.northing}::float8)`

// From the place to the nearest school of the area that each hub serves, how far its schools are on the whole, and whether it
// serves the place.
export const hubsNear = (nearby: Nearby | null) =>
  nearby === null
    ? sql`select null::uuid as hub_id, null::boolean as serves, null::float8 as metres, null::float8 as usual where false`
    : sql`select a.hub_id, bool_or(a.authority_code = any (${[...nearby.authorities]}::text[])) as serves, sqrt(min(d.nearest)) as metres,
        sqrt(sum(d.total) / nullif(sum(d.schools), 0)) as usual
      from hub_areas a cross join lateral (
        select min(each.squared) as nearest, sum(each.squared) as total, count(*) as schools
        from (select ${squared(nearby, sql`s.easting`, sql`s.northing`)} as squared from organisations s
          where s.authority_code = a.authority_code and s.kind = 'school' and s.status <> 'closed' and s.easting is not null) each
      ) d
      where a.to_on is null group by a.hub_id`

const venueNear = (nearby: Nearby | null) =>
  nearby === null
    ? sql`null::float8`
    : sql`(select sqrt(min(${squared(nearby, sql`coalesce(v.easting, s.easting)`, sql`coalesce(v.northing, s.northing)`)}))
      from venues v left join organisations s on s.id = v.organisation_id where v.id = any (w.venues))`

type OfferRow = readonly [
  id: string,
  project: number,
  hub: number,
  isOpen: boolean,
  modes: readonly string[],
  dates: readonly string[],
  held: number,
  metres: number | null,
]

const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

const offerOf = ([id, project, hub, isOpen, modes, dates, held, metres]: OfferRow, now: string): SearchedOffer => {
  const [first = null] = dates
  const next = dates.find((date) => date >= now) ?? null
  return { id, project, hub, isOpen, modes, months: dates.map(monthOf), first, next, held, metres }
}

/** Everything of a year that can be shown, with what it holds of the words and how far away it is: one question. */
export const lookedThrough = async (
  db: Reader,
  { year, terms, nearby, today }: Looked,
): Promise<Omit<Searched, 'forRole'>> => {
  const { rows } = await sql<Pick<Searched, 'projects' | 'hubs'> & { readonly offers: readonly OfferRow[] }>`
    with
      p as (
        select p.id, p.phases, p.audiences, p.is_new, p.status, ${bits(terms, heldByProject)} as held, ${rankOf(terms)} as rank,
          (row_number() over (order by p.title collate people_order, p.id))::int - 1 as n
        from projects p join project_words w on w.project_id = p.id
        where p.year = ${year} and p.status in ('published', 'closed')
      ),
      near as materialized (${hubsNear(nearby)}),
      h as materialized (
        select h.id, h.slug, h.name, near.serves, near.metres, near.usual, ${bits(terms, heldByHub)} as held,
          (row_number() over (order by h.name, h.id))::int - 1 as n
        from (
          select h.id, h.slug, n.name, ' ' || searchable(concat_ws(' ', n.name, h.area_described, h.region,
            (select string_agg(concat_ws(' ', a.described_as, t.name), ' ') from hub_areas a left join authorities t on t.code = a.authority_code
              where a.hub_id = h.id and a.to_on is null))) as said
          from hubs h join hub_names n on n.hub_id = h.id and n.to_on is null where h.closed_on is null
        ) h left join near on near.hub_id = h.id
      ),
      o as (
        select o.id, p.n as project, h.n as hub, w.modes, w.dates, ${bits(terms, heldByText('w.words'))} as held,
          o.status = 'published' and p.status = 'published' and coalesce(o.opens_on <= ${today}, true) and coalesce(o.closes_on >= ${today}, true) as open,
          ${venueNear(nearby)} as metres
        from offers o join p on p.id = o.project_id join h on h.id = o.hub_id join offer_words w on w.offer_id = o.id
        where o.year = ${year} and o.status in ('published', 'closed')
      )
    select
      coalesce((select json_agg(json_build_object('id', id, 'phases', phases, 'audiences', audiences, 'isNew', is_new, 'held', held, 'rank', rank) order by n) from p), '[]') as projects,
      coalesce((select json_agg(json_build_array(id, project, hub, open, modes, dates, held, metres)) from o), '[]') as offers,
      coalesce((select json_agg(json_build_object('slug', slug, 'name', name, 'held', held, 'serves', serves, 'metres', metres, 'usual', usual) order by n) from h), '[]') as hubs`.execute(
    db,
  )
  const now = today.toString()
  const { projects, offers, hubs } = rows[0] ?? { projects: [], offers: [], hubs: [] }
  return { projects, offers: offers.map((row) => offerOf(row, now)), hubs, all: (1 << terms.length) - 1 }
}

/** Words of the year's projects and of the hubs that share letters with a word: what it may have been meant for. */
export const wordsLike = async (
  db: Reader,
  year: AcademicYear,
  words: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (words.length === 0) return new Map()
  const { rows } = await sql<{ asked: string; near: readonly string[] }>`
    with said as materialized (
      select distinct word from (
        select concat_ws(' ', p.title, p.formerly, p.summary, (select string_agg(concat_ws(' ', t.title, t.focus), ' ') from project_themes t where t.project_id = p.id),
          (select string_agg(c.sentence, ' ') from criteria c where c.project_id = p.id)) as text
        from projects p where p.year = ${year} and p.status in ('published', 'closed')
        union all select n.name from hub_names n where n.to_on is null
        union all select name from authorities
      ) texts, regexp_split_to_table(btrim(searchable(text)), ' +') as word
      where length(word) > 2
    )
    select asked, array(select word from said where similarity(word, asked) > 0.15 order by similarity(word, asked) desc, word limit 30) as near
    from unnest(${[...words]}::text[]) asked`.execute(db)
  return new Map(rows.map(({ asked, near }) => [asked, near]))
}
