import type { GridPoint } from '../../vocabulary/grid.ts'
import type { GroupToFill } from '../placement-solving/index.ts'
import type { Opening } from './asked.ts'

/** The most groups that one placement may open. */
export const mostOpenings = 10

/** Whether a group of a placement is one that is made when it is accepted. */
export const isOpening = (groupId: string | null): boolean => groupId?.startsWith('new-') ?? false

/** A group as it is kept: one that is there, one that would open, or none. */
export const keptAs = (groupId: string | null): { group_id: string | null; opening: string | null } =>
  isOpening(groupId) ? { group_id: null, opening: groupId } : { group_id: groupId, opening: null }

type OfferOpened = { readonly id: string; readonly themeId: string | null; readonly groupNames: readonly string[] }
type VenueOpened = { readonly id: string; readonly shortName: string; readonly at: GridPoint | null }

/** Names for so many new groups at a place, none of which is taken. */
const namesAt = (place: string, count: number, taken: readonly string[]): readonly string[] => {
  const names: string[] = []
  for (let number = 1; names.length < count; number += 1) {
    const name = number === 1 ? `New group, ${place}` : `New group ${number}, ${place}`
    if (!taken.includes(name)) names.push(name)
  }
  return names
}

/**
 * The groups that a hub would open, at each of the places it named as many as could be filled: the placement decides which of
 * them it needs. Their names in the placement are the same each time, so that a later one can keep who is in them.
 */
export const groupsToOpen = (
  { most, from, to, peopleEach }: Opening,
  { offers, venues, asking }: { offers: readonly OfferOpened[]; venues: readonly VenueOpened[]; asking: number },
): readonly GroupToFill[] => {
  const each = Math.min(most, Math.floor(asking / from))
  return offers.flatMap((offer) =>
    venues.flatMap((venue) =>
      namesAt(venue.shortName, each, offer.groupNames).map(
        (name, at): GroupToFill => ({
          id: `new-${offer.id}-${venue.id}-${at + 1}`,
          offerId: offer.id,
          name,
          at: venue.at,
          venueId: venue.id,
          themeId: offer.themeId,
          organisationsTaken: 0,
          organisationsLeft: to,
          peopleLeft: to * peopleEach,
          minimum: from,
          phasesTaken: {},
          days: [],
          isNew: true,
        }),
      ),
    ),
  )
}
