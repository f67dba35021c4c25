import { Refused } from '../../platform/errors.ts'
import type { GroupSight, Held } from './policy.ts'

export const groupStatuses = ['forming', 'confirmed', 'running', 'completed', 'cancelled', 'merged'] as const
export type GroupStatus = (typeof groupStatuses)[number]

/** The life of a group (domain, Lives): what it can become from where it is. */
const lives: Readonly<Record<GroupStatus, readonly GroupStatus[]>> = {
  forming: ['confirmed', 'cancelled', 'merged'],
  confirmed: ['running', 'cancelled', 'merged'],
  running: ['completed', 'cancelled', 'merged'],
  completed: [],
  cancelled: [],
  merged: [],
}

export const groupStatusLabels: Readonly<Record<GroupStatus, string>> = {
  forming: 'Forming',
  confirmed: 'Confirmed',
  running: 'Running',
  completed: 'Completed',
  cancelled: 'Cancelled',
  merged: 'Merged into another',
}

export const groupBecomes = (from: GroupStatus, to: GroupStatus): boolean => lives[from].includes(to)

/** Refuses what the life of a group does not allow, in words. */
export const requireGroupBecomes = (from: GroupStatus, to: GroupStatus): void => {
  if (groupBecomes(from, to)) return
  throw new Refused(
    `This group is ${groupStatusLabels[from].toLowerCase()}; it cannot become ${groupStatusLabels[to].toLowerCase()}.`,
  )
}

/** Places are given in a group until it is completed or called off. */
export const takesPlaces = (status: GroupStatus): boolean =>
  status === 'forming' || status === 'confirmed' || status === 'running'

export type Room = {
  readonly organisationsRoom: number
  readonly organisationsTaken: number
  readonly peopleRoom: number
  readonly peopleTaken: number
}

/** What joins: schools, institutions of teacher training, or people one by one. */
export type Joining = { readonly unit: 'organisation' | 'person'; readonly audiences: readonly string[] }

export const unitsInWords = ({ unit, audiences }: Joining): { one: string; many: string } => {
  if (unit === 'person') return { one: 'person', many: 'people' }
  return audiences.includes('itt') ? { one: 'institution', many: 'institutions' } : { one: 'school', many: 'schools' }
}

/** Why so many people of one more organisation do not fit, or null when they do (domain rule 1). */
export const roomRefusal = (room: Room, joining: Joining, people: number): string | null => {
  const { many } = unitsInWords(joining)
  if (room.organisationsTaken >= room.organisationsRoom)
    return `This group has no room left: ${room.organisationsTaken} of ${room.organisationsRoom} ${many}.`
  return peopleRefusal(room, people)
}

/** Why so many more people do not fit, or null when they do. */
export const peopleRefusal = (room: Room, more: number): string | null => {
  const left = room.peopleRoom - room.peopleTaken
  if (more <= left) return null
  const wanted = `${more} ${more === 1 ? 'person' : 'people'}`
  return left === 0
    ? `This group has no room for more people: ${room.peopleTaken} of ${room.peopleRoom}.`
    : `This group has room for ${left} more ${left === 1 ? 'person' : 'people'}, not for ${wanted}: ${room.peopleTaken} of ${room.peopleRoom} are taken.`
}

/** 5 of 8 schools, 9 of 16 people. */
export const roomInWords = (room: Room, joining: Joining): string => {
  const { many } = unitsInWords(joining)
  const organisations = `${room.organisationsTaken} of ${room.organisationsRoom} ${many}`
  return joining.unit === 'person'
    ? organisations
    : `${organisations}, ${room.peopleTaken} of ${room.peopleRoom} people`
}

/** Why a group does not go ahead yet, or null when enough have joined. */
export const viabilityRefusal = (room: Room, minimum: number, joining: Joining): string | null => {
  if (room.organisationsTaken >= minimum) return null
  const { one, many } = unitsInWords(joining)
  return `This group needs ${minimum} ${minimum === 1 ? one : many} to go ahead and has ${room.organisationsTaken}. Place more, or lower its minimum.`
}

/** Why a group cannot be made smaller than what is taken, with who has the places, or null. */
export const shrinkRefusal = (
  taken: { organisationsTaken: number; peopleTaken: number },
  wanted: { organisationsRoom: number; peopleRoom: number },
  who: readonly string[] = [],
): string | null => {
  const named = who.length > 0 ? ` ${who.join(', ')} ${who.length === 1 ? 'has' : 'have'} them.` : ''
  if (wanted.organisationsRoom < taken.organisationsTaken)
    return `${taken.organisationsTaken} places are taken: the room cannot be less.${named}`
  return wanted.peopleRoom < taken.peopleTaken
    ? `${taken.peopleTaken} people have places: the room cannot be less.${named}`
    : null
}

/** A group as pages show it to somebody who may see that much of it. */
export type GroupSeen = Held &
  Room &
  Joining & {
    readonly sight: GroupSight
    readonly name: string
    readonly status: GroupStatus
    readonly statusReason: string | null
    readonly mergedInto: { readonly id: string; readonly name: string } | null
    /** It is arranged that it becomes part of another, from then on. */
    readonly joining: { readonly name: string; readonly at: Temporal.Instant } | null
    readonly year: number
    readonly hubSlug: string
    readonly hubName: string
    readonly partnerHubs: readonly { id: string; name: string }[]
    readonly projectId: string
    readonly projectTitle: string
    readonly projectCode: string | null
    readonly offerId: string | null
    readonly themeId: string | null
    readonly themeTitle: string | null
    readonly groupWord: string
    readonly leadWord: string
    /** The kind that its sessions usually are. */
    readonly sessionKind: string
    readonly organisationsMinimum: number
    readonly venueId: string | null
    readonly venueName: string | null
    readonly onlineLink: string | null
    readonly leads: readonly { personId: string; name: string }[]
  }
