import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { localDate } from '../../vocabulary/local-time.ts'
import { phasesTaught, type SchoolPhase } from '../../vocabulary/school-phases.ts'
import type { KnownFacts, KnownOrganisation } from './known-facts.ts'

// When a register was read last, as those that are read tell of every organisation they know.
const readOn = (db: Reader, register: string) =>
  db
    .selectFrom('register_imports')
    .select('imported_at')
    .where('register', '=', register)
    .orderBy('imported_at', 'desc')
    .limit(1)

const rowsOf = (db: Reader, ids: readonly string[]) =>
  db
    .selectFrom('organisations as o')
    .select(['o.id', 'o.name', 'o.kind', 'o.phase', 'o.low_age', 'o.high_age', 'o.state_funded', 'o.itt_kind'])
    .select(['o.itt_phases', 'o.status', 'o.closed_on', 'o.type_code', 'o.authority_code', 'o.free_meals_percent'])
    .select((select) =>
      select
        .selectFrom('organisation_successors as f')
        .innerJoin('organisations as n', 'n.id', 'f.successor_id')
        .select('n.name')
        .whereRef('f.predecessor_id', '=', 'o.id')
        .orderBy('f.since_on', 'desc')
        .limit(1)
        .as('successor'),
    )
    .where('o.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()

/** What the registers say of each of these organisations. */
export const organisationsKnown = async (
  db: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownOrganisation>> => {
  const [rows, read] = await Promise.all([
    rowsOf(db, ids),
    db
      .selectNoFrom([readOn(db, 'schools').as('schools'), readOn(db, 'providers').as('providers')])
      .executeTakeFirstOrThrow(),
  ])
  const day = (at: Temporal.Instant | null) => (at ? localDate(at) : null)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        name: row.name,
        kind: row.kind,
        phases:
          row.kind === 'school'
            ? phasesTaught({ phase: row.phase as SchoolPhase | null, lowAge: row.low_age, highAge: row.high_age })
            : [],
        stateFunded: row.state_funded,
        ittKind: row.itt_kind,
        ittPhases: row.itt_phases,
        status: row.status,
        closedOn: row.closed_on,
        successor: row.successor,
        typeCode: row.type_code,
        authority: row.authority_code,
        freeMeals: row.free_meals_percent === null ? null : Number(row.free_meals_percent),
        readOn: day(row.kind === 'school' ? read.schools : row.kind === 'itt_provider' ? read.providers : null),
      },
    ]),
  )
}

export type AreaAsked = { readonly organisationId: string; readonly hubId: string | null }

export const areaKey = ({ organisationId, hubId }: AreaAsked): string => `${hubId} ${organisationId}`

/** Whether each organisation is in the area of the hub beside it: not yet known where the hub says nothing, or only that it serves a part. */
export const areasKnown = async (
  db: Reader,
  asked: readonly AreaAsked[],
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, KnownFacts['inArea']>> => {
  const pairs = asked.flatMap(({ organisationId, hubId }) => (hubId ? [{ organisationId, hubId }] : []))
  if (pairs.length === 0) return new Map()
  const hubIds = [...new Set(pairs.map(({ hubId }) => hubId))]
  const organisationIds = [...new Set(pairs.map(({ organisationId }) => organisationId))]
  const [hubs, areas, authorities] = await Promise.all([
    db
      .selectFrom('hub_names')
      .select(['hub_id', 'name'])
      .where('hub_id', 'in', hubIds)
      .where('to_on', 'is', null)
      .execute(),
    db
      .selectFrom('hub_areas')
      .select(['hub_id', 'authority_code', 'part'])
      .where('hub_id', 'in', hubIds)
      .where('authority_code', 'is not', null)
      .where((is) => is.or([is('from_on', 'is', null), is('from_on', '<=', today)]))
      .where((is) => is.or([is('to_on', 'is', null), is('to_on', '>=', today)]))
      .execute(),
    db
      .selectFrom('organisations')
      .select(['id', 'authority_code'])
      .where('id', '=', sql<string>`any(${organisationIds}::uuid[])`)
      .execute(),
  ])
  const names = new Map(hubs.map(({ hub_id, name }) => [hub_id, name]))
  const ofHub = Map.groupBy(areas, ({ hub_id }) => hub_id)
  const authorityOf = new Map(authorities.map(({ id, authority_code }) => [id, authority_code]))
  return new Map(
    pairs.map((pair) => {
      const own = ofHub.get(pair.hubId) ?? []
      const authority = authorityOf.get(pair.organisationId) ?? null
      const here = own.filter(({ authority_code }) => authority_code === authority)
      const known = own.length > 0 && authority !== null && !(here.length > 0 && here.every(({ part }) => part))
      const answer = known ? (here.length > 0 ? 'yes' : 'no') : 'not_yet_known'
      return [areaKey(pair), { answer, hub: names.get(pair.hubId) ?? 'the hub' }]
    }),
  )
}
