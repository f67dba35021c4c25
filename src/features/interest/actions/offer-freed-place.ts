import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { attempt } from '../../../platform/database/savepoint.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { type LockedGroup, lockGroup, roomLeftFor, takesPlaces } from '../../groups/index.ts'
import { themeOfGroup } from '../deciding-queries.ts'
import { lockWaitingLine } from '../deciding-store.ts'
import { daysToAnswer, deadlineIn } from '../expression-of-interest.ts'
import { interestById } from '../queries.ts'
import { type InLine, turnOf } from '../waiting-list.ts'
import { placeInterest } from './place-interest.ts'

/**
 * A place in a group has become free: the next in line whom it suits is offered it, in the same transaction.
 * Who is passed over has it in their history with why, so that the order can be proved (domain rule 3).
 */
export const offerFreedPlace = (
  context: Context,
  groupId: string,
  notTo: string | null = null,
): Promise<{ offeredTo: string | null }> =>
  transaction(context, async (tx, outer) => {
    const context = actingAs(outer, { kind: 'system', task: 'waiting-list' })
    const group = await lockGroup(tx, groupId)
    if (group.offerId === null || !takesPlaces(group.status)) return { offeredTo: null }
    const line = await lockWaitingLine(tx, group.offerId)
    const others = line.filter(({ id }) => id !== notTo)
    return { offeredTo: await offerInTurn(tx, context, group, others) }
  })

const offerInTurn = async (
  tx: Transaction,
  context: Context,
  group: LockedGroup,
  line: readonly InLine[],
): Promise<string | null> => {
  const room = {
    ...roomLeftFor(group.shared, group.hubId),
    themeId: await themeOfGroup(tx, group.id),
  }
  const { next, passedOver } = turnOf(line, room)
  for (const { waiting, why } of passedOver) await passOver(tx, context, { group, waiting, why })
  if (next === null) return null
  if (await isTaken(tx, context, group, next)) return next.id
  const rest = line.filter(({ id }) => id !== next.id && !passedOver.some(({ waiting }) => waiting.id === id))
  return offerInTurn(tx, context, group, rest)
}

// What the room of places refuses (a place elsewhere in the project, a person already in the group) is taken back to where it began.
const isTaken = async (tx: Transaction, context: Context, group: LockedGroup, next: InLine): Promise<boolean> => {
  try {
    const interest = found(await interestById(tx, next.id))
    const given = {
      group,
      respondBy: deadlineIn(daysToAnswer, context.now),
      by: 'waiting-list',
      proof: { waitingSince: next.waitingSince.toString() },
    }
    await attempt(tx, () => placeInterest(tx, context, interest, given))
    return true
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    await passOver(tx, context, {
      group,
      waiting: next,
      why: 'Cannot take a place in this group.',
      detail: problem.message,
    })
    return false
  }
}

type PassedOver = {
  readonly group: LockedGroup
  readonly waiting: InLine
  readonly why: string
  readonly detail?: string
}

const passOver = (tx: Transaction, context: Context, { group, waiting, why, detail }: PassedOver): Promise<void> =>
  record(tx, context, {
    name: 'interest.passed-over',
    subject: { type: 'interest', id: waiting.id },
    also: [{ type: 'group', id: group.id }],
    particulars: { groupId: group.id, why, people: waiting.people, waitingSince: waiting.waitingSince.toString() },
    ...(detail ? { personal: { detail } } : {}),
  })
