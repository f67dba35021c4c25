import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { attempt } from '../../../platform/database/savepoint.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { answerTermsOf, type Deadline, deadlineFor } from '../../answer-times/index.ts'
import { type FreedRoom, type LockedGroup, lockGroup, roomLeftFor, takesPlaces } from '../../groups/index.ts'
import { interestById } from '../../interest/index.ts'
import { tellHubsOfFreePlace } from '../emails/tell-hubs.ts'
import { firstSessionOf, type Waiting } from '../line-queries.ts'
import { themeOfGroup } from '../queries.ts'
import { lockWaitingLine } from '../store.ts'
import { cannotTake, type FreeRoom, peopleGiven, proofOf, type Skipped, turnOf } from '../waiting-list.ts'
import { placeInterest } from './place-interest.ts'

type Turn = {
  readonly group: LockedGroup
  readonly line: readonly Waiting[]
  readonly room: FreeRoom
  readonly firstSession: Temporal.Instant | null
  readonly only: string | null
}

/** What became of a free place: to whom it was offered first, to whom at all, or that too little time is left to ask and the hub decides. */
export type PassedOn = {
  readonly offeredTo: string | null
  readonly offered: readonly string[]
  readonly isLeftToHub: boolean
}

type Turned = { readonly to: { readonly id: string; readonly people: number } | null; readonly isLeftToHub: boolean }

const nobody: Turned = { to: null, isLeftToHub: false }

const onePlace: FreedRoom = { organisations: 1, people: 1 }

/** What becomes free with a place that ends. */
export const roomOf = ({ people }: { readonly people: number }): FreedRoom => ({ organisations: 1, people })

/**
 * Room in a group has become free: the next in line whom it suits is offered a place, in the same transaction, and whoever is next
 * after that as long as something of what became free is left: of a school of four who leave, a school of two leaves room for two.
 * The line as it stood is kept in the history for each place, with why each was passed over, so that the order can be proved (domain
 * rule 3). `notTo` has just said no; `only` is offered a place when it is its turn, and otherwise nobody is.
 */
export const offerFreedPlace = (
  context: Context,
  groupId: string,
  {
    notTo = null,
    only = null,
    freed = onePlace,
  }: { readonly notTo?: string | null; readonly only?: string | null; readonly freed?: FreedRoom } = {},
): Promise<PassedOn> =>
  transaction(context, async (tx, outer) => {
    const context = actingAs(outer, { kind: 'system', task: 'waiting-list' })
    const offered: string[] = []
    const left = { ...freed }
    while (left.organisations > 0 || left.people > 0) {
      const { to, isLeftToHub } = await offerOnce(tx, context, groupId, { notTo, only })
      if (to === null) return { offeredTo: offered[0] ?? null, offered, isLeftToHub }
      offered.push(to.id)
      left.organisations -= 1
      left.people -= to.people
      if (only !== null) break
    }
    return { offeredTo: offered[0] ?? null, offered, isLeftToHub: false }
  })

const offerOnce = async (
  tx: Transaction,
  context: Context,
  groupId: string,
  { notTo, only }: { readonly notTo: string | null; readonly only: string | null },
): Promise<Turned> => {
  const group = await lockGroup(tx, groupId)
  if (!takesPlaces(group.status)) return nobody
  const line = (await lockWaitingLine(tx, group)).filter(({ id }) => id !== notTo)
  if (line.length === 0) return nobody
  const hubIds = [group.hubId, ...group.partnerHubIds]
  const left = Object.fromEntries(hubIds.map((hubId) => [hubId, roomLeftFor(group.shared, hubId)]))
  const room = { left, themeId: await themeOfGroup(tx, group.id) }
  return offerInTurn(tx, context, { group, line, room, firstSession: await firstSessionOf(tx, groupId), only })
}

const offerInTurn = async (tx: Transaction, context: Context, turn: Turn): Promise<Turned> => {
  const tried = await firstWhoTakes(tx, context, turn)
  if (tried === null) return nobody
  const { next, placeId, skipped } = tried
  const isLeftToHub = next !== null && placeId === null
  const to = placeId && next ? { id: next.id, people: peopleGiven(next, turn.room) } : null
  await prove(tx, context, turn, { skipped, placeId, offeredTo: to?.id ?? null, isLeftToHub })
  if (isLeftToHub) await tellHubsOfFreePlace(tx, context, turn.group, next?.hubId ?? null)
  return { to, isLeftToHub }
}

type Tried = { readonly next: Waiting | null; readonly placeId: string | null; readonly skipped: readonly Skipped[] }

/** The first in line who fits and can take the place, with who was passed over; null when it is not the turn of the only one asked for. */
const firstWhoTakes = async (
  tx: Transaction,
  context: Context,
  turn: Turn,
  cannot: readonly Skipped[] = [],
): Promise<Tried | null> => {
  const rest = turn.line.filter(({ id }) => !cannot.some((each) => each.id === id))
  const { next, passedOver } = turnOf(rest, turn.room)
  if (turn.only !== null && next?.id !== turn.only) return null
  const skipped = [...cannot, ...passedOver.map(({ waiting, why }) => ({ id: waiting.id, why }))]
  if (next === null) return { next, placeId: null, skipped }
  const { placeId, cannot: why } = await offerTo(tx, context, turn, next)
  if (why === null) return { next, placeId, skipped }
  return firstWhoTakes(tx, context, turn, [...cannot, { id: next.id, why: cannotTake, detail: why }])
}

type Outcome = { readonly placeId: string | null; readonly cannot: string | null }

// What the room of places refuses (a place elsewhere in the project, a person already in the group) is taken back to where it began.
const offerTo = async (tx: Transaction, context: Context, turn: Turn, next: Waiting): Promise<Outcome> => {
  const terms = await answerTermsOf(tx, next.hubId)
  const deadline: Deadline | null = deadlineFor(terms, context.now, turn.firstSession)
  if (deadline === null) return { placeId: null, cannot: null }
  try {
    const interest = found(await interestById(tx, next.id))
    const given = {
      group: turn.group,
      respondBy: deadline.by,
      terms,
      people: peopleGiven(next, turn.room),
      by: 'waiting-list',
      proof: { waitingSince: next.waitingSince.toString(), isShortened: deadline.isShortened },
    }
    return { placeId: await attempt(tx, () => placeInterest(tx, context, interest, given)), cannot: null }
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return { placeId: null, cannot: problem.message }
  }
}

type Proven = {
  readonly offeredTo: string | null
  readonly isLeftToHub: boolean
  readonly skipped: readonly Skipped[]
  readonly placeId: string | null
}

/** Writes down who stood where, and why each was passed over: of the list with its group, and of each with its own request. */
const prove = async (tx: Transaction, context: Context, turn: Turn, proven: Proven): Promise<void> => {
  const { group, line, room } = turn
  const offers = [...new Set(line.map(({ offerId }) => offerId))]
  await record(tx, context, {
    name: 'group.place-passed-on',
    subject: { type: 'group', id: group.id },
    also: offers.map((id) => ({ type: 'offer', id })),
    particulars: { groupId: group.id, ...proofOf(line, room, proven) },
    personal: { reasons: reasonsOf(line) },
  })
  for (const { id, why, detail } of proven.skipped) {
    const waiting = line.find((each) => each.id === id)
    await record(tx, context, {
      name: 'interest.passed-over',
      subject: { type: 'interest', id },
      also: [{ type: 'group', id: group.id }],
      particulars: {
        groupId: group.id,
        why,
        people: waiting?.people ?? 1,
        waitingSince: waiting?.waitingSince.toString() ?? null,
      },
      ...(detail ? { personal: { detail } } : {}),
    })
  }
}

const reasonsOf = (line: readonly Waiting[]): Readonly<Record<string, string>> =>
  Object.fromEntries(line.flatMap(({ id, movedUpReason }) => (movedUpReason ? [[id, movedUpReason]] : [])))
