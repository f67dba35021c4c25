import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { GridPoint } from '../../vocabulary/grid.ts'
import type { GroupToFill } from '../placement-solving/index.ts'
import type { Opening } from './asked.ts'
import { groupsToOpen } from './opening.ts'

export type VenueToOpenAt = { readonly id: string; readonly shortName: string; readonly at: GridPoint | null }

const venues = (db: Reader) =>
  db.selectFrom('venues').select(['id', 'short_name', 'easting', 'northing']).orderBy('short_name').orderBy('id')

type Row = Awaited<ReturnType<ReturnType<typeof venues>['execute']>>[number]

const venueOf = ({ id, short_name: shortName, easting, northing }: Row): VenueToOpenAt => ({
  id,
  shortName,
  at: easting !== null && northing !== null ? { easting, northing } : null,
})

/** The venues at which a hub can open a group. */
export const venuesToOpenAt = async (db: Reader, hubId: string): Promise<readonly VenueToOpenAt[]> =>
  (await venues(db).where('hub_id', '=', hubId).where('retired_on', 'is', null).execute()).map(venueOf)

const offersOpened = async (db: Reader, offerIds: readonly string[]) => {
  const result = await sql<{ id: string; themeId: string | null; groupNames: string[] }>`
    select o.id, o.theme_id as "themeId", array(select g.name from groups g where g.offer_id = o.id order by g.name) as "groupNames"
      from offers o where o.id = any(${offerIds}::uuid[]) order by o.id`.execute(db)
  return result.rows
}

/** The groups that a placement may open, none when none was asked for. */
export const groupsThatMayOpen = async (
  db: Reader,
  { offerIds, opening, asking }: { offerIds: readonly string[]; opening: Opening | null; asking: number },
): Promise<readonly GroupToFill[]> => {
  if (!opening || opening.venueIds.length === 0) return []
  const [offers, places] = await Promise.all([
    offersOpened(db, offerIds),
    venues(db)
      .where('id', 'in', [...opening.venueIds])
      .execute(),
  ])
  return groupsToOpen(opening, { offers, venues: places.map(venueOf), asking })
}

export type Opened = { readonly opening: string; readonly groupId: string; readonly name: string }

/** The groups that were made when a placement was accepted, by what they were called in it. */
export const openedBy = (db: Reader, runId: string): Promise<readonly Opened[]> =>
  db
    .selectFrom('placement_proposals as x')
    .innerJoin('groups as g', 'g.id', 'x.group_id')
    .select(['x.opening', 'g.id as groupId', 'g.name'])
    .where('x.run_id', '=', runId)
    .where('x.opening', 'is not', null)
    .$narrowType<{ opening: string }>()
    .distinct()
    .execute()

/** Groups as they were worked out, those that were opened since as what they have become. */
export const asMade = (groups: readonly GroupToFill[], opened: readonly Opened[]): readonly GroupToFill[] =>
  groups.map((group) => {
    const made = opened.find(({ opening }) => opening === group.id)
    return made ? { ...group, id: made.groupId, name: made.name } : group
  })
