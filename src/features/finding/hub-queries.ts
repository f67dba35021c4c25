import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { type Authority, allHubs, areasOfHubs, authorityByCode, hubsNamed } from '../organisations/index.ts'
import type { AuthorityListed, HubListed, HubNear, HubsFound } from './hub-found.ts'
import type { Led } from './place.ts'
import { ledTo } from './place-queries.ts'
import { hubsNear } from './search-queries.ts'
import type { Tile } from './tiles.ts'

/** Every hub there is today, with its area, by name. */
export const hubsListed = async (db: Reader): Promise<readonly HubListed[]> => {
  const [hubs, areas] = await Promise.all([allHubs(db), areasOfHubs(db)])
  return hubs.map((hub) => ({ hub, areas: areas.get(hub.id) ?? [] }))
}

/** The tiles laid by hand, by the id of their hub. */
export const tilesLaid = async (db: Reader): Promise<ReadonlyMap<string, Tile>> => {
  const rows = await db
    .selectFrom('hubs')
    .select(['id', 'tile_column as column', 'tile_row as row'])
    .where('closed_on', 'is', null)
    .execute()
  return new Map(
    rows.flatMap(({ id, column, row }) => (column === null || row === null ? [] : [[id, { column, row }] as const])),
  )
}

/** Every authority by name, with the hubs that serve it. */
export const authoritiesListed = async (
  db: Reader,
  hubs: readonly HubListed[],
): Promise<readonly AuthorityListed[]> => {
  const all = await db.selectFrom('authorities').select(['code', 'name', 'region']).orderBy('name').execute()
  return all.map((authority) => ({
    authority,
    hubs: hubs.flatMap(({ hub, areas }) => (areas.some((area) => area.authorityCode === authority.code) ? [hub] : [])),
  }))
}

const distances = async (db: Reader, led: Led): Promise<ReadonlyMap<string, number | null>> => {
  if (led.kind !== 'place' || led.place.point === null) return new Map()
  const { point } = led.place
  const { rows } = await sql<{
    hub_id: string
    metres: number | null
  }>`${hubsNear({ point, authorities: [] })}`.execute(db)
  return new Map(rows.map(({ hub_id, metres }) => [hub_id, metres]))
}

const farther = (one: HubNear, other: HubNear): number =>
  (one.metres ?? Number.MAX_VALUE) - (other.metres ?? Number.MAX_VALUE)

const standingTo = async (db: Reader, led: Led): Promise<readonly HubNear[]> => {
  if (led.kind !== 'place') return []
  const codes = led.place.authorities.map(({ code }) => code)
  const [hubs, known] = await Promise.all([hubsListed(db), distances(db, led)])
  return hubs
    .map((one) => ({
      ...one,
      serves: one.areas.some(({ authorityCode }) => authorityCode !== null && codes.includes(authorityCode)),
      metres: known.get(one.hub.id) ?? null,
    }))
    .toSorted(farther)
}

/** The authorities of the place as the register of authorities has them, with their region. */
const inFull = async (db: Reader, led: Led): Promise<readonly Authority[]> => {
  if (led.kind !== 'place') return []
  const { school, place } = led
  if (!school?.authorityCode) return place.authorities
  const authority = await authorityByCode(db, school.authorityCode)
  return authority ? [authority] : place.authorities
}

/** What a school, a place, an authority, a postcode or a hub's name leads to, with every hub as it stands to it. */
export const hubsFound = async (db: Reader, words: string): Promise<HubsFound> => {
  const [led, named] = await Promise.all([ledTo(db, words), /[a-z]/i.test(words) ? hubsNamed(db, words) : []])
  const [near, authorities] = await Promise.all([standingTo(db, led), inFull(db, led)])
  return { words, led, named, authorities, near }
}
