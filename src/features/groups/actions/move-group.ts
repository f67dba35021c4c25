import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { Actor } from '../../../vocabulary/actor.ts'
import { type GroupStatus, requireGroupBecomes, viabilityRefusal } from '../group.ts'
import { mayPlanGroup, mayRunGroup } from '../policy.ts'
import { type LockedGroup, lockGroupRow, setGroupStatus } from '../store.ts'

export type { LockedGroup } from '../store.ts'

/** Locks a group before anything in it (parent before child); not found when there is none. */
export const lockGroup = async (tx: Transaction, id: string): Promise<LockedGroup> => found(await lockGroupRow(tx, id))

type Move = {
  readonly to: GroupStatus
  readonly event: string
  readonly reason?: string
  readonly mergedIntoId?: string
  readonly allowed?: (actor: Actor, group: LockedGroup) => boolean
  readonly refuse?: (group: LockedGroup) => string | null
}

const eventOf = (group: LockedGroup, { event, reason, mergedIntoId }: Move) => ({
  name: event,
  subject: { type: 'group', id: group.id },
  also: [{ type: 'hub', id: group.hubId }],
  particulars: {
    from: group.status,
    organisations: group.organisationsTaken,
    people: group.peopleTaken,
    ...(mergedIntoId ? { intoId: mergedIntoId } : {}),
  },
  ...(reason ? { personal: { reason } } : {}),
})

const moveGroup = (context: Context, id: string, move: Move): Promise<void> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, id)
    if (!(move.allowed ?? mayRunGroup)(context.actor, group)) throw new Forbidden('Only staff of the lead hub do this')
    requireGroupBecomes(group.status, move.to)
    const refusal = move.refuse?.(group)
    if (refusal) throw new Refused(refusal)
    await setGroupStatus(tx, id, move.to, {
      reason: move.reason ?? null,
      ...(move.mergedIntoId ? { mergedIntoId: move.mergedIntoId } : {}),
      ...(move.to === 'completed' ? { completedAt: context.now } : {}),
    })
    await record(tx, context, eventOf(group, move))
  })

/** Says that a group goes ahead: enough have joined. */
export const confirmGroup = (context: Context, id: string): Promise<void> =>
  moveGroup(context, id, {
    to: 'confirmed',
    event: 'group.confirmed',
    refuse: (group) => viabilityRefusal(group, group.organisationsMinimum, group),
  })

/** The group meets for the first time: its lead starts it by holding the first session. */
export const startGroup = (context: Context, id: string): Promise<void> =>
  moveGroup(context, id, { to: 'running', event: 'group.started', allowed: mayPlanGroup })

/** The year of the group is over. Only its state changes here: the room of completion does what follows. */
export const completeGroup = (context: Context, id: string): Promise<void> =>
  moveGroup(context, id, { to: 'completed', event: 'group.completed', allowed: mayPlanGroup })

/**
 * A group becomes part of another, with a reason. Only its state changes here: places, dates and requests follow by `mergeGroups`
 * of the room of merging groups. Both are told of it in their history.
 */
export const mergeInto = (context: Context, input: { id: string; intoId: string; reason: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const into = await lockGroup(tx, input.intoId)
    await moveGroup(context, input.id, {
      to: 'merged',
      event: 'group.merged',
      reason: input.reason,
      mergedIntoId: into.id,
    })
    await record(tx, context, {
      name: 'group.taken-in',
      subject: { type: 'group', id: into.id },
      also: [{ type: 'hub', id: into.hubId }],
      particulars: { groupId: input.id },
    })
  })

/** Calls a group off, with a reason. Its places and dates end by `callOffGroup` of the room of sessions. */
export const cancelGroup = (context: Context, id: string, reason: string): Promise<void> => {
  if (reason.trim() === '') throw new Refused('Say why the group is called off.')
  return moveGroup(context, id, { to: 'cancelled', event: 'group.cancelled', reason: reason.trim() })
}
