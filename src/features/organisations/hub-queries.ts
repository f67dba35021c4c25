import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Hub, HubArea, HubInFull } from './hub.ts'

const hubs = (db: Reader) =>
  db
    .selectFrom('hubs as h')
    .innerJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
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
      'h.privacy_notice',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof hubs>['execute']>>[number]

const hubOf = ({ area_described, privacy_notice, ...row }: Row): Hub => ({
  ...row,
  areaDescribed: area_described,
  privacyNotice: privacy_notice,
})

const first = async (query: ReturnType<typeof hubs>): Promise<Hub | null> => {
  const row = await query.executeTakeFirst()
  return row ? hubOf(row) : null
}

export const hubBySlug = (db: Reader, slug: string): Promise<Hub | null> => first(hubs(db).where('h.slug', '=', slug))
export const hubById = (db: Reader, id: string): Promise<Hub | null> => first(hubs(db).where('h.id', '=', id))

/** Every hub, by name. */
export const allHubs = async (db: Reader): Promise<readonly Hub[]> =>
  (await hubs(db).orderBy('n.name').execute()).map(hubOf)

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
  const [names, areas, leads] = await Promise.all([
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
  ])
  return {
    ...hub,
    formerNames: names.map((row) => row.name),
    areas,
    leadOrganisations: leads.map((row) => ({ name: row.name, organisationId: row.organisation_id, asOf: row.as_of })),
  }
}

/** Hubs whose name, former name or described area resembles the words, best first. */
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
  return rows.flatMap((row) => known.get(row.id) ?? [])
}
