import { formatDate } from '../../vocabulary/local-time.ts'
import type { Joining, Room } from './group.ts'
import { unitsInWords } from './group.ts'

/** What one hub of a group has of its room, in organisations: its share (none: it has no part of its own), what it has given away, what it holds back. */
export type HubShare = {
  readonly hubId: string
  readonly share: number | null
  readonly taken: number
  readonly heldBack: number
}

/** The room of a group with what each of its hubs has of it. */
export type SharedRoom = Room & {
  readonly hubId: string
  readonly partners: readonly HubShare[]
  readonly heldBack: { readonly organisations: number; readonly people: number }
  readonly sharesEndOn: Temporal.PlainDate | null
  readonly sharesEndedAt: Temporal.Instant | null
}

/** What nobody has yet and nobody holds back, whosever it is. */
export const roomFree = (
  room: Pick<SharedRoom, keyof Room | 'heldBack'>,
): { organisations: number; people: number } => ({
  organisations: Math.max(0, room.organisationsRoom - room.organisationsTaken - room.heldBack.organisations),
  people: Math.max(0, room.peopleRoom - room.peopleTaken - room.heldBack.people),
})

/** What is left of a share; nothing once the shares are released, for then the room is everybody's. */
const unused = ({ share, taken, heldBack }: HubShare): number => Math.max(0, (share ?? 0) - taken - heldBack)

/**
 * How much room is left for the schools of one hub. A partner with a share has what is left of it; the group's own hub, and a
 * partner without a share, have what the shares leave; once the shares are released everybody has all that is free.
 */
export const roomLeftFor = (room: SharedRoom, hubId: string): { organisations: number; people: number } => {
  const free = roomFree(room)
  const own = room.partners.find((partner) => partner.hubId === hubId)
  if (own === undefined && hubId !== room.hubId) return { organisations: 0, people: 0 }
  if (room.sharesEndedAt !== null) return free
  const organisations =
    own !== undefined && own.share !== null
      ? Math.min(free.organisations, unused(own))
      : Math.max(0, free.organisations - room.partners.reduce((sum, partner) => sum + unused(partner), 0))
  return { organisations, people: free.people }
}

/** How many places of the partners' shares nobody has used: what a release gives to all. */
export const unusedShares = ({ partners }: Pick<SharedRoom, 'partners'>): number =>
  partners.reduce((sum, partner) => sum + unused(partner), 0)

/** How many places the group's own hub has given away, and partners that have no share of their own. */
export const takenOfRest = ({ organisationsTaken, partners }: Pick<SharedRoom, 'organisationsTaken' | 'partners'>) =>
  organisationsTaken - partners.reduce((sum, partner) => sum + (partner.share === null ? 0 : partner.taken), 0)

const untilWhen = ({ sharesEndOn }: SharedRoom): string =>
  sharesEndOn ? ` On ${formatDate(sharesEndOn)} what the hubs have not used becomes open to all.` : ''

/** Why no more organisations of a hub fit although the group is not full, or null when one more does. */
export const shareRefusal = (room: SharedRoom, joining: Joining, hubId: string): string | null => {
  if (roomLeftFor(room, hubId).organisations > 0) return null
  const { many } = unitsInWords(joining)
  const own = room.partners.find((partner) => partner.hubId === hubId)
  if (own !== undefined && own.share !== null && room.sharesEndedAt === null && unused(own) === 0) {
    const held = own.heldBack > 0 ? `, ${own.heldBack} held back` : ''
    return `Your hub’s share of this group is used: ${own.taken} of ${own.share} ${many}${held}.${untilWhen(room)}`
  }
  if (roomFree(room).organisations === 0)
    return `What is left of this group is held back: ${room.heldBack.organisations} of ${room.organisationsRoom} ${many}. Release it first.`
  return `What is left of this group is the share of its partner hubs.${untilWhen(room)}`
}

/** Why so many more people do not fit beside what is held back, or null when they do. */
export const heldBackPeopleRefusal = (room: SharedRoom, people: number): string | null => {
  const left = roomFree(room).people
  if (people <= left || room.heldBack.people === 0) return null
  return `Beside the people for whom room is held back there is room for ${left} more, not for ${people}. Release what is held back first.`
}

export type SharesAsked = {
  readonly shares: readonly { readonly hubId: string; readonly share: number | null }[]
  readonly endOn: Temporal.PlainDate | null
}

/** Why the room cannot be shared so, or null. */
export const sharingRefusal = (room: SharedRoom, asked: SharesAsked, today: Temporal.PlainDate): string | null => {
  const given = asked.shares.filter((each) => each.share !== null)
  const sum = given.reduce((total, each) => total + (each.share ?? 0), 0)
  if (sum > room.organisationsRoom)
    return `The shares come to ${sum}, but the group has room for ${room.organisationsRoom}.`
  for (const { hubId, share } of given) {
    const partner = room.partners.find((each) => each.hubId === hubId)
    if (!partner) return 'A share can only be given to a partner hub of the group.'
    if ((share ?? 0) < partner.taken + partner.heldBack)
      return `A hub uses ${partner.taken + partner.heldBack} places already: its share cannot be less.`
  }
  const partnersWith = new Set(given.map((each) => each.hubId))
  const others =
    room.organisationsTaken - room.partners.reduce((n, each) => n + (partnersWith.has(each.hubId) ? each.taken : 0), 0)
  const heldElsewhere =
    room.heldBack.organisations -
    room.partners.reduce((n, each) => n + (partnersWith.has(each.hubId) ? each.heldBack : 0), 0)
  if (sum + others + heldElsewhere > room.organisationsRoom)
    return `Beside these shares there is room for ${room.organisationsRoom - sum}, and ${others + heldElsewhere} places are taken or held back there.`
  if (given.length > 0 && asked.endOn === null) return 'Say on which day unused shares are released to all.'
  if (asked.endOn && Temporal.PlainDate.compare(asked.endOn, today) <= 0)
    return 'The day on which unused shares are released is after today.'
  return null
}

/** Why the room of a shared group cannot be made so small beside what is promised to its hubs and held back, or null. */
export const promisedRefusal = (
  room: SharedRoom,
  wanted: { readonly organisationsRoom: number; readonly peopleRoom: number },
): string | null => {
  const promised = room.sharesEndedAt === null ? unusedShares(room) : 0
  const { organisations, people } = room.heldBack
  if (wanted.organisationsRoom < room.organisationsTaken + organisations + promised)
    return `Beside ${room.organisationsTaken} places that are taken, ${organisations} are held back and ${promised} are what partner hubs have left of their shares: release them, or change the shares, before the room is less.`
  if (wanted.peopleRoom < room.peopleTaken + people)
    return `Room is held back for ${people} people beside ${room.peopleTaken} who have places: release it before the room is less.`
  return null
}
