import type { Json } from '../../vocabulary/json.ts'
import { formatInstant } from '../../vocabulary/local-time.ts'
import { inTurn as byPriority } from '../criteria/index.ts'

/** Somebody on the waiting list, as far as taking turns is concerned. */
export type InLine = {
  readonly id: string
  /** The hub whose offer was asked: out of its part of the room the place would be. */
  readonly hubId: string
  readonly waitingSince: Temporal.Instant
  readonly people: number
  /** It has said that a place for fewer people is fine too. */
  readonly fewerIsFine: boolean
  readonly themeId: string | null
  /** The places, in the project's order of its rules, of those priorities that are met. */
  readonly met: readonly number[]
  /** Its group was called off after it had been offered a place or had one. */
  readonly lostPlaceAt: Temporal.Instant | null
  /** The hub has moved it up, with a reason. */
  readonly movedUpAt: Temporal.Instant | null
}

type Left = { readonly organisations: number; readonly people: number }

/** Room that is free in a group, hub by hub: each has its own part of it. */
export type FreeRoom = {
  readonly left: Readonly<Record<string, Left>>
  readonly themeId: string | null
}

const rankOf = ({ lostPlaceAt, movedUpAt }: InLine): number => (lostPlaceAt ? 0 : movedUpAt ? 1 : 2)

const between = (one: InLine, other: InLine): number => {
  const apart = rankOf(one) - rankOf(other)
  if (apart !== 0) return apart
  if (one.movedUpAt && other.movedUpAt && rankOf(one) === 1) {
    const sooner = Temporal.Instant.compare(one.movedUpAt, other.movedUpAt)
    if (sooner !== 0) return sooner
  }
  const asker = ({ id, met, waitingSince }: InLine) => ({ id, met: rankOf(one) === 2 ? met : [], since: waitingSince })
  return byPriority(asker(one), asker(other))
}

/**
 * The one rule for the order of a waiting list (domain rule 3). First come those who lost a place because their group was called off,
 * with the time they had; then those whom the hub moved up with a reason, in the order in which it did; then everybody else by the
 * rules that give priority, and among equals whoever has waited longest; of two since the same moment, the one whose id was made first.
 */
export const inTurn = <Waiting extends InLine>(line: readonly Waiting[]): readonly Waiting[] => line.toSorted(between)

/** The rule in words, for those who wait. */
export const orderInWords: readonly string[] = [
  'First come schools that lost a place because their group was called off.',
  'Then those that the hub has moved up; it must say why, and the reason is kept.',
  'Then everybody else by the rules of the project that give priority, in their order; among equals, whoever has waited longest.',
]

/** Why somebody stands where it stands, for the proof. */
export const whyThere = (waiting: InLine): string => {
  const since = `waits since ${formatInstant(waiting.waitingSince)}`
  if (waiting.lostPlaceAt) return `Its group was called off; ${since}`
  if (waiting.movedUpAt) return `Moved up by the hub on ${formatInstant(waiting.movedUpAt)}; ${since}`
  const { length } = waiting.met
  return length === 0
    ? `W${since.slice(1)}`
    : `Meets ${length} ${length === 1 ? 'rule' : 'rules'} that ${length === 1 ? 'gives' : 'give'} priority; ${since}`
}

const leftFor = (hubId: string, { left }: FreeRoom): Left => left[hubId] ?? { organisations: 0, people: 0 }

/** For how many people somebody would be given a place: all of theirs, or as many as there is room for where it said that is fine. */
export const peopleGiven = (waiting: Pick<InLine, 'hubId' | 'people' | 'fewerIsFine'>, room: FreeRoom): number => {
  const { people } = leftFor(waiting.hubId, room)
  if (waiting.people <= people) return waiting.people
  return waiting.fewerIsFine ? Math.max(0, people) : 0
}

/** Why somebody in line is passed over for a place, or null when it suits: one that brings two is never offered room for one unless it said so. */
export const whyPassedOver = (
  waiting: Pick<InLine, 'hubId' | 'people' | 'fewerIsFine' | 'themeId'>,
  room: FreeRoom,
): string | null => {
  if (leftFor(waiting.hubId, room).organisations < 1)
    return Object.values(room.left).some(({ organisations }) => organisations > 0)
      ? 'The free place is another hub’s share.'
      : 'The group has no place free.'
  if (peopleGiven(waiting, room) < 1)
    return `Brings ${waiting.people} people; the group has room for ${leftFor(waiting.hubId, room).people} more.`
  if (room.themeId !== null && waiting.themeId !== null && waiting.themeId !== room.themeId)
    return 'Asked for another theme than the group’s.'
  return null
}

export type Turn<Waiting> = {
  readonly next: Waiting | null
  readonly passedOver: readonly { readonly waiting: Waiting; readonly why: string }[]
}

/** Whose turn it is: the first in line whom the room suits, and who was passed over before, with why. */
export const turnOf = <Waiting extends InLine>(line: readonly Waiting[], room: FreeRoom): Turn<Waiting> => {
  const order = inTurn(line)
  const at = order.findIndex((waiting) => whyPassedOver(waiting, room) === null)
  const before = at === -1 ? order : order.slice(0, at)
  return {
    next: order[at] ?? null,
    passedOver: before.map((waiting) => ({ waiting, why: whyPassedOver(waiting, room) ?? '' })),
  }
}

/** Somebody who was passed over, with why. */
export type Skipped = { readonly id: string; readonly why: string; readonly detail?: string }

/** One place that was passed on, as the history keeps it: the room, the line as it stood as far as it was gone along, and to whom it went. */
export type Proof = {
  readonly room: FreeRoom
  readonly line: readonly (InLine & { readonly why: string | null })[]
  readonly waiting: number
  readonly offeredTo: string | null
  readonly isLeftToHub: boolean
  readonly placeId: string | null
}

type Outcome = {
  readonly skipped: readonly Skipped[]
  readonly offeredTo: string | null
  readonly isLeftToHub: boolean
  readonly placeId: string | null
}

const kept = (waiting: InLine, why: string | null): Record<string, Json> => ({
  id: waiting.id,
  hubId: waiting.hubId,
  waitingSince: waiting.waitingSince.toString(),
  people: waiting.people,
  fewerIsFine: waiting.fewerIsFine,
  themeId: waiting.themeId,
  met: [...waiting.met],
  lostPlaceAt: waiting.lostPlaceAt?.toString() ?? null,
  movedUpAt: waiting.movedUpAt?.toString() ?? null,
  why,
})

/** What the history keeps of a place that was passed on: ids, figures and sentences without names. */
export const proofOf = (line: readonly InLine[], room: FreeRoom, outcome: Outcome): Record<string, Json> => {
  const order = inTurn(line)
  const skipped = new Map(outcome.skipped.map(({ id, why }) => [id, why]))
  const end = order.findIndex(({ id }) => !skipped.has(id))
  return {
    room: {
      left: Object.fromEntries(Object.entries(room.left).map(([hubId, left]) => [hubId, { ...left }])),
      themeId: room.themeId,
    },
    line: (end === -1 ? order : order.slice(0, end + 1)).map((waiting) =>
      kept(waiting, skipped.get(waiting.id) ?? null),
    ),
    waiting: line.length,
    offeredTo: outcome.offeredTo,
    isLeftToHub: outcome.isLeftToHub,
    placeId: outcome.placeId,
  }
}

/** Why somebody is passed over whom the line alone does not tell against: a place elsewhere, a person already in the group. */
export const cannotTake = 'Cannot take a place in this group.'

/** What does not hold of one in line: passed over though it fitted, or for another cause than was written down. */
const faultOfSkipped = ({ why, ...waiting }: Proof['line'][number], room: FreeRoom): string | null => {
  if (why === null) return 'Somebody whom the place suited was passed over.'
  return why === cannotTake || why === whyPassedOver(waiting, room) ? null : `Passed over without a cause: ${why}`
}

const faultOfNext = ({ why, ...waiting }: Proof['line'][number], room: FreeRoom): string | null =>
  why === null && whyPassedOver(waiting, room) === null ? null : 'Who was next did not fit.'

/**
 * What does not hold of a proof when the rule is applied again to the line as it was kept; empty when the order was right:
 * they stand in turn, each who was passed over did not fit, and who was offered the place was the first whom it suited.
 */
export const faultsOf = ({ line, room, offeredTo, isLeftToHub }: Proof): readonly string[] => {
  const hasNext = offeredTo !== null || isLeftToHub
  const skipped = hasNext ? line.slice(0, -1) : line
  const next = hasNext ? line.at(-1) : undefined
  const isInTurn = inTurn(line).every(({ id }, at) => id === line[at]?.id)
  return [
    isInTurn ? null : 'They do not stand in turn.',
    ...skipped.map((waiting) => faultOfSkipped(waiting, room)),
    next ? faultOfNext(next, room) : null,
    offeredTo !== null && next?.id !== offeredTo ? 'The place went to somebody who did not stand in line.' : null,
  ].filter((fault) => fault !== null)
}
