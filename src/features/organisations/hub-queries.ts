import { sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Reader } from '../../platform/database/index.ts'
import type { Hub, HubArea, HubInFull } from './hub.ts'

const hubs = (db: Reader) =>
  db
    .selectFrom('hubs as h')
    .innerJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .leftJoin('hub_privacy_notices as y', (join) => join.onRef('y.hub_id', '=', 'h.id').on('y.to_on', 'is', null))
    .select([
      'h.id',
      'h.slug',
      'n.name',
      'h.region',
      'h.website',
      'h.email',
      'h.telephone',
      'h.about',
      'h.area_described',
      'y.notice',
    ])
    .select(sql<boolean>`h.closed_on is null`.as('is_open'))

type Row = Awaited<ReturnType<ReturnType<typeof hubs>['execute']>>[number]

export const hubOf = ({ area_described, is_open, notice, ...row }: Row): Hub => ({
  ...row,
  areaDescribed: area_described,
  privacyNotice: notice,
  isOpen: is_open,
})

const first = async (query: ReturnType<typeof hubs>): Promise<Hub | null> => {
  const row = await query.executeTakeFirst()
  return row ? hubOf(row) : null
}

export const hubBySlug = (db: Reader, slug: string): Promise<Hub | null> => first(hubs(db).where('h.slug', '=', slug))
export const hubById = (db: Reader, id: string): Promise<Hub | null> => first(hubs(db).where('h.id', '=', id))

/** The hub that a column of another room's query names, to come along with its row; `hubOf` reads it. */
export const hubOfColumn = (db: Reader, column: string) =>
  jsonObjectFrom(hubs(db).where('h.id', '=', sql.ref<string>(column)))

/** Every hub that there is today, by name. */
export const allHubs = async (db: Reader): Promise<readonly Hub[]> =>
  (await hubs(db).where('h.closed_on', 'is', null).orderBy('n.name').execute()).map(hubOf)

/** Every hub that there is or was, by name. */
export const everyHub = async (db: Reader): Promise<readonly Hub[]> =>
  (await hubs(db).orderBy('n.name').execute()).map(hubOf)

/** Whether a hub is open, and kept so until this transaction ends: whoever closes or merges it waits. */
export const isOpenHub = async (tx: Reader, hubId: string): Promise<boolean> =>
  (await tx
    .selectFrom('hubs')
    .select('id')
    .where('id', '=', hubId)
    .where('closed_on', 'is', null)
    .forKeyShare()
    .executeTakeFirst()) !== undefined

/** The hub that stands today for one that has merged, and for those that had merged into that; null when there is none. */
export const successorOfHub = async (db: Reader, id: string): Promise<Hub | null> => {
  const { rows } = await sql<{ id: string }>`
    with recursive line (id) as (
      select successor_id from hub_successors where predecessor_id = ${id} and kind = 'merged'
      union select s.successor_id from hub_successors s join line l on l.id = s.predecessor_id and s.kind = 'merged'
    )
    select l.id from line l join hubs h on h.id = l.id where h.closed_on is null order by l.id limit 1`.execute(db)
  return rows[0] ? hubById(db, rows[0].id) : null
}

/** Those of the ids that exist, by id. */
export const hubsById = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Hub>> =>
  ids.length === 0
    ? new Map()
    : new Map((await hubs(db).where('h.id', 'in', ids).execute()).map((row) => [row.id, hubOf(row)]))

const openAreas = (db: Reader) => db.selectFrom('hub_areas as a').where('a.to_on', 'is', null)

/** Hubs whose area holds the authority or a part of it; areas may overlap. */
export const hubsServing = async (db: Reader, authorityCode: string): Promise<readonly Hub[]> =>
  (
    await hubs(db)
      .where('h.id', 'in', openAreas(db).select('a.hub_id').where('a.authority_code', '=', authorityCode))
      .orderBy('n.name')
      .execute()
  ).map(hubOf)

/** Hubs of the same region as an authority: whom to ask where no hub serves it. */
export const neighbourHubs = async (db: Reader, authorityCode: string): Promise<readonly Hub[]> =>
  (
    await hubs(db)
      .where('h.region', '=', db.selectFrom('authorities').select('region').where('code', '=', authorityCode))
      .where('h.closed_on', 'is', null)
      .orderBy('n.name')
      .execute()
  ).map(hubOf)

/** Where a hub works today, by name. */
export const areasOf = async (db: Reader, hubId: string): Promise<readonly HubArea[]> => {
  const rows = await openAreas(db)
    .select(['a.authority_code', 'a.described_as', 'a.part'])
    .where('a.hub_id', '=', hubId)
    .orderBy('a.described_as')
    .execute()
  return rows.map((row) => ({ authorityCode: row.authority_code, describedAs: row.described_as, part: row.part }))
}

/** Where every hub works today, by hub. */
export const areasOfHubs = async (db: Reader): Promise<ReadonlyMap<string, readonly HubArea[]>> => {
  const rows = await openAreas(db)
    .select(['a.hub_id', 'a.authority_code', 'a.described_as', 'a.part'])
    .orderBy('a.described_as')
    .execute()
  const byHub = Map.groupBy(rows, (row) => row.hub_id)
  return new Map(
    [...byHub].map(([hub, areas]) => [
      hub,
      areas.map((row) => ({ authorityCode: row.authority_code, describedAs: row.described_as, part: row.part })),
    ]),
  )
}

/** A hub with its former names, area and lead organisations. */
export const hubInFull = async (db: Reader, slug: string): Promise<HubInFull | null> => {
  const hub = await hubBySlug(db, slug)
  if (!hub) return null
  const [names, areas, leads, merged] = await Promise.all([
    db
      .selectFrom('hub_names')
      .select('name')
      .where('hub_id', '=', hub.id)
      .where('to_on', 'is not', null)
      .orderBy('to_on')
      .execute(),
    areasOf(db, hub.id),
    db
      .selectFrom('hub_lead_organisations')
      .select(['name', 'organisation_id', 'as_of'])
      .where('hub_id', '=', hub.id)
      .where('to_on', 'is', null)
      .orderBy('name')
      .execute(),
    db
      .selectFrom('hub_successors as s')
      .innerJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 's.predecessor_id').on('n.to_on', 'is', null))
      .select(['n.name', 's.since_on as since'])
      .where('s.successor_id', '=', hub.id)
      .where('s.kind', '=', 'merged')
      .orderBy('s.since_on', 'desc')
      .orderBy('n.name')
      .execute(),
  ])
  return {
    ...hub,
    formerNames: [...new Set(names.map((row) => row.name))],
    merged,
    areas,
    leadOrganisations: leads.map((row) => ({ name: row.name, organisationId: row.organisation_id, asOf: row.as_of })),
  }
}

/** Hubs whose name, former name or described area resembles the words, best first; for one that has merged, its successor. */
export const hubsNamed = async (db: Reader, text: string): Promise<readonly Hub[]> => {
  const { rows } = await sql<{ id: string }>`
    select h.id, max(greatest(similarity(searchable(n.name), searchable(${text})), 0.9 * word_similarity(searchable(${text}), searchable(n.name)),
        0.8 * word_similarity(searchable(${text}), searchable(coalesce(h.area_described, ''))))) as likeness
    from hubs h join hub_names n on n.hub_id = h.id
    group by h.id
    having max(greatest(similarity(searchable(n.name), searchable(${text})), 0.9 * word_similarity(searchable(${text}), searchable(n.name)),
        0.8 * word_similarity(searchable(${text}), searchable(coalesce(h.area_described, ''))))) > 0.55
    order by likeness desc, h.id limit 5`.execute(db)
  const known = await hubsById(
    db,
    rows.map((row) => row.id),
  )
  const found = rows.flatMap((row) => known.get(row.id) ?? [])
  const today = await Promise.all(found.map((hub) => (hub.isOpen ? hub : successorOfHub(db, hub.id))))
  return [...new Map(today.flatMap((hub) => (hub ? [[hub.id, hub] as const] : []))).values()]
}
