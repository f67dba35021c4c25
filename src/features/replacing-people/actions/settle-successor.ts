import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { changeParticipants, namedOfPlace } from '../../places/index.ts'
import { mayNameSuccessor, maySettleSuccessor } from '../policy.ts'
import { setAsked, settleAsked } from '../store.ts'
import { reasonGiven } from '../successor.ts'
import { aboutAsked, lockedAsked, requireOpen, tellHubOf } from './ask-for-successor.ts'

/** A school says that nobody follows somebody who has left: its hub is told and decides what becomes of the room. */
export const sayNobodyFollows = (
  context: Context,
  input: { readonly participantId: string; readonly reason: string | null },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { participantId } = input
    const asked = await lockedAsked(tx, context, participantId)
    if (!mayNameSuccessor(context.actor, asked)) throw new Forbidden('Only the school or its hub says so')
    requireOpen(asked)
    if (asked.saysNobody) return
    const reason = input.reason === null ? null : reasonGiven(input.reason)
    await setAsked(tx, participantId, { saidNobodyAt: context.now })
    await tellHubOf(tx, context, asked, {
      says: `${asked.organisation} says that nobody follows${reason ? `: “${reason}”` : ''}. Decide what becomes of the room: the place stays as it is until then.`,
      what: `nobody:${context.now}`,
    })
    await record(tx, context, {
      name: 'successor.nobody',
      ...aboutAsked(asked),
      particulars: { participantId },
      ...(reason ? { personal: { reason } } : {}),
    })
  })

/** The hub settles that nobody follows: the place goes on for one person fewer, and that room is offered to whoever waits and fits. */
export const settleWithoutSuccessor = (
  context: Context,
  input: { readonly participantId: string; readonly reason: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { participantId } = input
    const asked = await lockedAsked(tx, context, participantId)
    if (!maySettleSuccessor(context.actor, asked)) throw new Forbidden('Only staff of the hub settle this')
    requireOpen(asked)
    const reason = reasonGiven(input.reason)
    const people = await namedOfPlace(tx, asked.placeId)
    if (people.length === 0)
      throw new Refused(`Nobody of ${asked.organisation} is left. End its place on the page of the place instead.`)
    const peopleCount = Math.max(people.length, asked.peopleCount - 1)
    await changeParticipants(context, { placeId: asked.placeId, people, peopleCount })
    await settleAsked(tx, participantId, { status: 'none', now: context.now })
    await record(tx, context, {
      name: 'successor.settled',
      ...aboutAsked(asked),
      particulars: { participantId, people: peopleCount },
      personal: { reason },
    })
  })

/** What is asked no more, because the place or the group is over or somebody was named in another way, is closed by itself. */
export const closeAsked = (
  context: Context,
  { participantId, isOver }: { readonly participantId: string; readonly isOver: boolean },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (context.actor.kind !== 'system') throw new Forbidden('This closes by itself')
    const asked = await lockedAsked(tx, context, participantId)
    if (asked.status !== 'open') return
    await settleAsked(tx, participantId, { status: isOver ? 'over' : 'named', now: context.now })
    await record(tx, context, {
      name: 'successor.settled',
      ...aboutAsked(asked),
      particulars: { participantId, because: isOver ? 'over' : 'named' },
    })
  })
