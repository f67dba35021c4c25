import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Reading } from './reading.ts'

type Found = { readonly person: string; readonly hub: string | null }

const ofParticipants = (condition: RawBuilder<unknown>) => sql<Found>`
  select a.person_id as person, g.hub_id as hub from participants a join places p on p.id = a.place_id join groups g on g.id = p.group_id
  where ${condition}`
const ofInterest = (condition: RawBuilder<unknown>) => sql<Found>`
  select n.person as person, o.hub_id as hub from expressions_of_interest i join offers o on o.id = i.offer_id
  cross join lateral (select i.sender_person_id as person union select i.person_id union select e.person_id from interest_people e where e.interest_id = i.id) n
  where n.person is not null and ${condition}`

const queries: Readonly<Record<Reading['record'], ((id: string) => RawBuilder<Found>) | null>> = {
  group: (id) => ofParticipants(sql`g.id = ${id}`),
  participant: (id) => ofParticipants(sql`a.id = ${id}`),
  place: (id) => ofParticipants(sql`p.id = ${id}`),
  charge: (id) => ofParticipants(sql`a.id = (select c.participant_id from charges c where c.id = ${id})`),
  statement: (id) => ofParticipants(sql`a.id = (select s.participant_id from statements s where s.id = ${id})`),
  interest: (id) => ofInterest(sql`i.id = ${id}`),
  'interest-of-hub': (slug) =>
    ofInterest(sql`i.received_at is not null and o.hub_id = (select h.id from hubs h where h.slug = ${slug})`),
  'bulk-act': (id) => ofInterest(sql`i.id in (select interest_id from bulk_act_rows where act_id = ${id})`),
  passing: (id) => ofInterest(sql`i.id = (select interest_id from interest_passings where id = ${id})`),
  placement: (id) => ofInterest(sql`i.id in (select interest_id from placement_proposals where run_id = ${id})`),
  person: (id) => sql<Found>`select p.id as person, null::uuid as hub from people p where p.id = ${id}`,
  move: (id) => sql<Found>`select m.person_id as person, null::uuid as hub from person_moves m where m.id = ${id}`,
  import: (id) =>
    sql<Found>`select distinct person, i.hub_id as hub from imports i join import_rows r on r.import_id = i.id, unnest(r.person_ids) person where i.id = ${id}`,
  erasure: (id) =>
    sql<Found>`select r.person_id as person, null::uuid as hub from erasure_requests r where r.id = ${id}`,
  hub: null,
  network: null,
}

/** The people a record tells of, and the hub it is of. */
export const peopleOnRecord = async (
  db: Reader,
  record: Reading['record'],
  id: string,
): Promise<{ people: readonly string[]; hubId: string | null }> => {
  const query = queries[record]
  if (!query) return { people: [], hubId: null }
  const { rows } = await query(id).execute(db)
  return { people: [...new Set(rows.map(({ person }) => person))], hubId: rows[0]?.hub ?? null }
}

const reads = (db: Reader) =>
  db
    .selectFrom('personal_reads as r')
    .innerJoin('people as p', 'p.id', 'r.reader_id')
    .leftJoin('hub_names as h', (join) => join.onRef('h.hub_id', '=', 'r.hub_id').on('h.to_on', 'is', null))
    .select([
      'r.id',
      'r.read_at',
      'p.name as reader',
      'h.name as hub',
      'r.page',
      'r.kind',
      'r.people_count',
      'r.reason',
    ])

export type Read = Awaited<ReturnType<ReturnType<typeof reads>['execute']>>[number]
type Part = { readonly limit: number; readonly offset: number }
type Counted = { readonly rows: readonly Read[]; readonly total: number }

/** Who has read about a person, latest first. */
export const readsAbout = async (db: Reader, personId: string, { limit, offset }: Part): Promise<Counted> => {
  const isAbout = sql<boolean>`r.person_ids @> array[${personId}]::uuid[]`
  const [rows, total] = await Promise.all([
    reads(db).where(isAbout).orderBy('r.read_at', 'desc').orderBy('r.id', 'desc').limit(limit).offset(offset).execute(),
    db
      .selectFrom('personal_reads as r')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where(isAbout)
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total: total.count }
}

/** What was read at a hub, latest first. */
export const readsAtHub = async (db: Reader, hubId: string, { limit, offset }: Part): Promise<Counted> => {
  const [rows, total] = await Promise.all([
    reads(db)
      .where('r.hub_id', '=', hubId)
      .orderBy('r.read_at', 'desc')
      .orderBy('r.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute(),
    db
      .selectFrom('personal_reads')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('hub_id', '=', hubId)
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total: total.count }
}
