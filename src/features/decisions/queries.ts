import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Answer } from '../criteria/index.ts'
import { type InterestStatus, interestStatuses } from '../interest/index.ts'

export type InterestListed = {
  readonly id: string
  readonly organisation: string
  readonly town: string | null
  readonly projectTitle: string
  readonly offerId: string
  readonly status: InterestStatus
  readonly people: number
  readonly receivedAt: Temporal.Instant
  readonly verdict: Answer
  readonly groupName: string | null
}

export type ListFilter = {
  readonly hubId: string
  readonly offerId: string | null
  readonly status: InterestStatus | null
  readonly words: string
}

const verdictInSum = sql<Answer>`case
  when exists (select from interest_verdicts v where v.interest_id = i.id and v.strength = 'required' and coalesce(v.overruled_answer, v.answer) = 'no') then 'no'
  when exists (select from interest_verdicts v where v.interest_id = i.id and v.strength = 'required' and coalesce(v.overruled_answer, v.answer) = 'not_yet_known') then 'not_yet_known'
  else 'yes' end`

const filtered = (db: Reader, { hubId, offerId, status, words }: ListFilter) =>
  db
    .selectFrom('expressions_of_interest as i')
    .innerJoin('offers as f', 'f.id', 'i.offer_id')
    .innerJoin('projects as p', 'p.id', 'i.project_id')
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .leftJoin('places as l', 'l.id', 'i.place_id')
    .leftJoin('groups as g', 'g.id', 'l.group_id')
    .where('f.hub_id', '=', hubId)
    .where('i.received_at', 'is not', null)
    .$if(offerId !== null, (query) => query.where('i.offer_id', '=', offerId ?? ''))
    .$if(status !== null, (query) => query.where('i.status', '=', status ?? ''))
    .$if(words !== '', (query) =>
      query.where((is) =>
        is.or([
          is('o.search', 'like', sql<string>`'%' || nullif(searchable(${words}), ' ') || '%'`),
          is(sql`searchable(i.sender_name)`, 'like', sql<string>`'%' || nullif(searchable(${words}), ' ') || '%'`),
        ]),
      ),
    )

const orders = {
  school: sql`o.name`,
  project: sql`p.title`,
  status: sql`array_position(${sql.lit(`{${interestStatuses.join(',')}}`)}::text[], i.status)`,
  received: sql`i.received_at`,
} as const

export const listOrders = Object.keys(orders) as readonly (keyof typeof orders)[]

/** The requests of a hub that count or counted, as filtered and in order, one page of them, and how many there are. */
export const interestOfHub = async (
  db: Reader,
  filter: ListFilter,
  view: { by: string; descending: boolean; offset: number; limit: number },
): Promise<{ total: number; rows: readonly InterestListed[] }> => {
  const order = orders[listOrders.find((name) => name === view.by) ?? 'received']
  const [counted, rows] = await Promise.all([
    filtered(db, filter).select(sql<number>`count(*)`.as('total')).executeTakeFirst(),
    filtered(db, filter)
      .select([
        'i.id',
        'o.name as organisation',
        'o.town',
        'p.title',
        'i.offer_id',
        'i.status',
        'i.received_at',
        'g.name as group_name',
      ])
      .select(sql<number>`(select count(*) from interest_people x where x.interest_id = i.id)`.as('people'))
      .select(verdictInSum.as('verdict'))
      .orderBy(order, view.descending ? 'desc' : 'asc')
      .orderBy('i.received_at', 'desc')
      .orderBy('i.id')
      .offset(view.offset)
      .limit(view.limit)
      .execute(),
  ])
  return {
    total: counted?.total ?? 0,
    rows: rows.map((row) => ({
      id: row.id,
      organisation: row.organisation,
      town: row.town,
      projectTitle: row.title,
      offerId: row.offer_id,
      status: row.status as InterestStatus,
      people: row.people,
      receivedAt: row.received_at as Temporal.Instant,
      verdict: row.verdict,
      groupName: row.group_name,
    })),
  }
}

export type GroupToChoose = {
  readonly id: string
  readonly name: string
  readonly organisationsLeft: number
  readonly peopleLeft: number
}

/** Groups of a project that the hub holds or shares and that take places, with their room. */
export const groupsToChoose = async (
  db: Reader,
  hubId: string,
  projectId: string,
): Promise<readonly GroupToChoose[]> => {
  const rows = await db
    .selectFrom('groups as g')
    .select(['g.id', 'g.name', 'g.organisations_room', 'g.organisations_taken', 'g.people_room', 'g.people_taken'])
    .where('g.project_id', '=', projectId)
    .where('g.status', 'in', ['forming', 'confirmed', 'running'])
    .where((is) =>
      is.or([
        is('g.hub_id', '=', hubId),
        is('g.id', 'in', is.selectFrom('group_partner_hubs as s').select('s.group_id').where('s.hub_id', '=', hubId)),
      ]),
    )
    .orderBy('g.name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    organisationsLeft: row.organisations_room - row.organisations_taken,
    peopleLeft: row.people_room - row.people_taken,
  }))
}
