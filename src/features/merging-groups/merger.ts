import { type GridPoint, metresBetween, milesOf } from '../../vocabulary/grid.ts'
import { type GroupSeen, roomLeftFor, type SharedRoom, takesPlaces, unitsInWords } from '../groups/index.ts'

/** A place that would go along, with what it means for whoever has it. */
export type PlaceGoing = {
  readonly placeId: string
  readonly organisationId: string
  readonly organisation: string
  readonly status: 'offered' | 'held'
  readonly people: number
  /** The partner hub out of whose share it is; null: of the group's own hub. */
  readonly partnerHubId: string | null
  readonly at: GridPoint | null
  readonly limitMiles: number | null
}

export type Merger = {
  readonly from: GroupSeen
  readonly into: GroupSeen
  readonly room: SharedRoom
  readonly places: readonly PlaceGoing[]
}

/** What else would be different if they became one. */
export type Aside = {
  /** Dates of the one that would not take place, and of the other that are to come. */
  readonly ending: number
  readonly toCome: number
  readonly held: number
  /** Who would be told of it: people who take part or lead, by name. */
  readonly told: readonly string[]
  readonly leads: readonly { readonly personId: string; readonly name: string }[]
  /** Requests that wait for the offer of the one, where that has no other group and the other is of another offer. */
  readonly waitingElsewhere: number
  readonly heldBack: number
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`
const people = (places: readonly PlaceGoing[]): number => places.reduce((sum, place) => sum + place.people, 0)

const hubOfPlace = ({ from }: Merger, place: PlaceGoing): string => place.partnerHubId ?? from.hubId

/** Why two groups can never be one, whatever room there is; null when they can. */
export const kindRefusal = ({ from, into }: Pick<Merger, 'from' | 'into'>): string | null => {
  if (from.id === into.id) return 'A group cannot become part of itself.'
  if (from.projectId !== into.projectId) return `${into.name} is of another project.`
  if (!takesPlaces(from.status)) return `${from.name} is over: it cannot become part of another.`
  if (!takesPlaces(into.status)) return `${into.name} is over: nobody can join it.`
  if (from.themeId !== null && into.themeId !== null && from.themeId !== into.themeId)
    return `${into.name} has another theme.`
  return null
}

/** What is missing of the room that would be needed; nothing when all who go along fit. */
export const roomMissing = (merger: Merger): { readonly organisations: number; readonly people: number } => {
  const { room, places } = merger
  const byHub = [...Map.groupBy(places, (place) => hubOfPlace(merger, place))]
  const organisations = byHub.reduce(
    (sum, [hubId, own]) => sum + Math.max(0, own.length - roomLeftFor(room, hubId).organisations),
    0,
  )
  const free = room.organisationsRoom - room.organisationsTaken - room.heldBack.organisations
  return {
    organisations: Math.max(organisations, places.length - free, 0),
    people: Math.max(0, people(places) - (room.peopleRoom - room.peopleTaken - room.heldBack.people)),
  }
}

/** Why the two cannot be one as they stand, or null; with room added, all that is missing of it is there. */
export const mergeRefusal = (merger: Merger, isRoomAdded: boolean): string | null => {
  const { from, into } = merger
  const kind = kindRefusal(merger)
  if (kind) return kind
  const stranger = merger.places.find((place) => {
    const hubId = hubOfPlace(merger, place)
    return hubId !== into.hubId && !into.partnerHubIds.includes(hubId)
  })
  if (stranger)
    return `${into.name} is not shared with the hub that gave ${stranger.organisation} its place: make it a partner of ${into.name} first.`
  const missing = roomMissing(merger)
  if (isRoomAdded || missing.organisations + missing.people === 0) return null
  const { one, many } = unitsInWords(from)
  const parts = [
    ...(missing.organisations > 0 ? [count(missing.organisations, one, many)] : []),
    ...(missing.people > 0 ? [count(missing.people, 'person', 'people')] : []),
  ]
  return `${into.name} has no room for ${parts.join(' and ')} of those who would go along.`
}

export type Way = {
  readonly now: number | null
  readonly then: number | null
  /** Beyond what it said it would travel. */
  readonly isTooFar: boolean
}

/** How far somebody goes now and would go then, in a straight line. */
export const wayOf = (
  { at, limitMiles }: Pick<PlaceGoing, 'at' | 'limitMiles'>,
  venues: { readonly from: GridPoint | null; readonly into: GridPoint | null },
): Way => {
  const miles = (to: GridPoint | null) => (at && to ? milesOf(metresBetween(at, to)) : null)
  const then = miles(venues.into)
  return { now: miles(venues.from), then, isTooFar: limitMiles !== null && then !== null && then > limitMiles + 1e-9 }
}

/** What was seen before it was confirmed: differs as soon as somebody else, or other room, is concerned. */
export const markOf = ({ from, into, room, places }: Merger): string =>
  [
    from.status,
    into.status,
    room.organisationsRoom - room.organisationsTaken,
    room.peopleRoom - room.peopleTaken,
    ...places.map(({ placeId, status, people }) => `${placeId.slice(-12)}${status[0]}${people}`),
  ].join(' ')
