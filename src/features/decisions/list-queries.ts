import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { isId } from '../../vocabulary/ids.ts'
import type { PostKind } from '../../vocabulary/posts.ts'
import type { SchoolPhase } from '../../vocabulary/school-phases.ts'
import { type InterestStatus, interestStatuses } from '../interest/index.ts'
import { listOrders, type Narrowed, narrowedBy, type VerdictInSum } from './work-list.ts'

export type InterestListed = {
  readonly id: string
  readonly organisation: string
  readonly organisationId: string
  readonly urn: number | null
  readonly town: string | null
  readonly area: string | null
  readonly phase: SchoolPhase | null
  readonly projectTitle: string
  readonly projectCode: string | null
  readonly theme: string | null
  readonly year: number
  readonly offerId: string
  readonly status: InterestStatus
  readonly people: number
  readonly namesMissing: number
  readonly isAgreementOutstanding: boolean
  readonly notes: number
  readonly receivedAt: Temporal.Instant
  readonly waitingSince: Temporal.Instant | null
  readonly verdict: VerdictInSum
  /** Why an answer of the rules was overruled. */
  readonly overruled: string | null
  readonly groupName: string | null
  readonly sender: { readonly name: string; readonly email: string; readonly post: PostKind }
}

/** The requests of one hub, narrowed. */
export type ListFilter = { readonly hubId: string; readonly now: Temporal.Instant; readonly narrowed: Narrowed }

const verdictInSum = sql<VerdictInSum>`coalesce((select case when bool_or(coalesce(v.overruled_answer, v.answer) = 'no') then 'no' else 'not_yet_known' end
  from interest_verdicts v where v.interest_id = i.id and v.strength = 'required' and coalesce(v.overruled_answer, v.answer) <> 'yes'
  having count(*) > 0), 'yes')`
const isUndecided = sql<boolean>`i.status in ('received', 'confirmed', 'waiting')`
const isLive = sql<boolean>`i.status in ('received', 'confirmed', 'waiting', 'offered', 'placed')`
const waitingSince = sql<Temporal.Instant | null>`case when ${isUndecided} then coalesce(i.waiting_since, i.received_at) end`
const people = sql<number>`(select count(*)::int from interest_people x where x.interest_id = i.id)`
const namesMissing = sql<number>`case when ${isLive} and p.unit = 'organisation' then greatest(people_not_named(i), p.people_min - ${people}, 0) else 0 end`
const agreementOutstanding = sql<boolean>`(${isLive} and i.headteacher_asked_at is not null and i.headteacher_confirmed_at is null)`
const notes = sql<number>`(select count(*)::int from interest_notes t where t.interest_id = i.id)`
/** Why somebody at the hub answered a rule otherwise, the latest last. */
const overruled = sql<string | null>`(select string_agg(v.overruled_reason, ' ' order by v.overruled_at)
  from interest_verdicts v where v.interest_id = i.id and v.overruled_answer is not null)`
/** Something that whoever decides should know: `hints-queries.ts` says what. */
const isNoticed = (hubId: string) =>
  sql<boolean>`i.id in (select n.interest_id from interest_hints n where n.hub_id = ${hubId})`

const containing = (words: string) => sql<string>`'%' || nullif(searchable(${words}), ' ') || '%'`

const narrowedTo = (db: Reader, { hubId, now, narrowed }: ListFilter) =>
  db
    .selectFrom('expressions_of_interest as i')
    .innerJoin('offers as f', 'f.id', 'i.offer_id')
    .innerJoin('projects as p', 'p.id', 'i.project_id')
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .where('f.hub_id', '=', hubId)
    .where('i.received_at', 'is not', null)
    .$if(narrowed.offer !== '', (query) =>
      query.where('i.offer_id', '=', isId(narrowed.offer) ? narrowed.offer : '00000000-0000-0000-0000-000000000000'),
    )
    .$if(narrowed.status !== '', (query) => query.where('i.status', '=', narrowed.status))
    .$if(narrowed.phase !== '', (query) => query.where('o.phase', '=', narrowed.phase))
    .$if(narrowed.area !== '', (query) => query.where('o.authority_code', '=', narrowed.area))
    .$if(narrowed.verdict !== '', (query) => query.where(verdictInSum, '=', narrowed.verdict as VerdictInSum))
    .$if(narrowed.waited !== '', (query) =>
      query.where(sql<boolean>`${waitingSince} <= ${now.subtract({ hours: 24 * Number(narrowed.waited) })}`),
    )
    .$if(narrowed.note !== '', (query) =>
      query.where(sql<boolean>`exists (select from interest_notes t where t.interest_id = i.id)`),
    )
    .$if(narrowed.agreement !== '', (query) => query.where(agreementOutstanding))
    .$if(narrowed.names !== '', (query) => query.where(sql<boolean>`${namesMissing} > 0`))
    .$if(narrowed.noticed !== '', (query) => query.where(isNoticed(hubId)))
    .$if(narrowed.q !== '', (query) =>
      query.where((is) =>
        is.or([
          is('o.search', 'like', containing(narrowed.q)),
          is(sql`searchable(i.sender_name)`, 'like', containing(narrowed.q)),
        ]),
      ),
    )

const orders = {
  school: sql`o.name`,
  project: sql`p.title`,
  status: sql`array_position(${sql.lit(`{${interestStatuses.join(',')}}`)}::text[], i.status)`,
  verdict: sql`array_position('{yes,not_yet_known,no}'::text[], ${verdictInSum})`,
  area: sql`(select a.name from authorities a where a.code = o.authority_code)`,
  people,
  waiting: waitingSince,
  received: sql`i.received_at`,
} as const

type Window = { by: string; descending: boolean; offset: number; limit: number }

// Which requests stand on the page is found by as little as their order takes; everything else is read for those alone.
const pageOf = (db: Reader, filter: ListFilter, view: Window) => {
  const order = orders[listOrders.find((name) => name === view.by) ?? 'received']
  const way = view.descending ? sql`desc nulls last` : sql`asc nulls last`
  return narrowedTo(db, filter)
    .select(['i.id', sql<number>`count(*) over ()`.as('total')])
    .select(sql<number>`row_number() over (order by ${order} ${way}, i.received_at desc, i.id)`.as('at'))
    .orderBy('at')
    .offset(view.offset)
    .limit(view.limit)
    .as('m')
}

const rowsOf = (db: Reader, filter: ListFilter, view: Window) =>
  db
    .selectFrom(pageOf(db, filter, view))
    .innerJoin('expressions_of_interest as i', 'i.id', 'm.id')
    .innerJoin('projects as p', 'p.id', 'i.project_id')
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .leftJoin('authorities as a', 'a.code', 'o.authority_code')
    .leftJoin('project_themes as h', 'h.id', 'i.theme_id')
    .leftJoin('places as l', 'l.id', 'i.place_id')
    .leftJoin('groups as g', 'g.id', 'l.group_id')
    .select(['m.total', 'i.id', 'o.name', 'i.organisation_id', 'o.urn', 'o.town', 'a.name as area', 'o.phase'])
    .select(['p.title', 'p.code', 'h.title as theme', 'p.year', 'i.offer_id', 'i.status', 'i.received_at'])
    .select(['g.name as group_name', 'i.sender_name', 'i.sender_email', 'i.sender_post'])
    .select([people.as('people'), namesMissing.as('names_missing'), agreementOutstanding.as('agreement_outstanding')])
    .select([notes.as('notes'), waitingSince.as('waits_since'), verdictInSum.as('verdict'), overruled.as('overruled')])
    .orderBy('m.at')

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

const listed = (row: Row): InterestListed => ({
  id: row.id,
  organisation: row.name,
  organisationId: row.organisation_id,
  urn: row.urn,
  town: row.town,
  area: row.area,
  phase: row.phase as SchoolPhase | null,
  projectTitle: row.title,
  projectCode: row.code,
  theme: row.theme,
  year: row.year,
  offerId: row.offer_id,
  status: row.status as InterestStatus,
  people: row.people,
  namesMissing: row.names_missing,
  isAgreementOutstanding: row.agreement_outstanding,
  notes: row.notes,
  receivedAt: row.received_at as Temporal.Instant,
  waitingSince: row.waits_since,
  verdict: row.verdict,
  overruled: row.overruled,
  groupName: row.status === 'offered' || row.status === 'placed' ? row.group_name : null,
  sender: { name: row.sender_name, email: row.sender_email, post: row.sender_post as PostKind },
})

/** The requests of a hub that count or counted, as narrowed and in order, one page of them, and how many there are. */
export const interestOfHub = async (
  db: Reader,
  filter: ListFilter,
  view: Window,
): Promise<{ total: number; rows: readonly InterestListed[] }> => {
  const rows = await rowsOf(db, filter, view).execute()
  return { total: rows[0]?.total ?? (await totalOf(db, filter, view)), rows: rows.map(listed) }
}

// Behind the end of the list there are no rows to say how many there are.
const totalOf = async (db: Reader, filter: ListFilter, { offset }: Window): Promise<number> => {
  if (offset === 0) return 0
  const row = await narrowedTo(db, filter).select(sql<number>`count(*)`.as('total')).executeTakeFirst()
  return row?.total ?? 0
}

/** The requests of a hub that match what an address of its list says, the earliest first: whom an act on all of them means. */
export const interestMatching = async (
  { db, now }: Pick<Context, 'db' | 'now'>,
  { hubId, query, most }: { hubId: string; query: URLSearchParams; most: number },
): Promise<readonly string[]> =>
  (
    await narrowedTo(db, { hubId, now, narrowed: narrowedBy(query) })
      .select('i.id')
      .orderBy('i.received_at')
      .orderBy('i.id')
      .limit(most)
      .execute()
  ).map(({ id }) => id)

/** The authorities of those who have asked a hub, by name: to narrow the list by. */
export const areasAsking = (db: Reader, hubId: string): Promise<readonly { code: string; name: string }[]> =>
  db
    .selectFrom('authorities as a')
    .select(['a.code', 'a.name'])
    .where('a.code', 'in', (from) =>
      from
        .selectFrom('expressions_of_interest as i')
        .innerJoin('offers as f', 'f.id', 'i.offer_id')
        .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
        .select('o.authority_code')
        .where('f.hub_id', '=', hubId)
        .where('i.received_at', 'is not', null),
    )
    .orderBy('a.name')
    .execute()

/** The offers of a hub that anybody can have asked to join, the latest year first: to narrow the list by. */
export const offersAsked = (
  db: Reader,
  hubId: string,
): Promise<readonly { id: string; title: string; year: number }[]> =>
  db
    .selectFrom('offers as f')
    .innerJoin('projects as p', 'p.id', 'f.project_id')
    .leftJoin('project_themes as t', 't.id', 'f.theme_id')
    .select(['f.id', 'f.year', sql<string>`p.title || coalesce(': ' || t.title, '')`.as('title')])
    .where('f.hub_id', '=', hubId)
    .where('f.status', 'in', ['published', 'closed'])
    .orderBy('f.year', 'desc')
    .orderBy('title')
    .execute()
