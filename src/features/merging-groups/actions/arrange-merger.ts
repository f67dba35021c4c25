import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { groupInSight, lockGroup, mayRunGroup } from '../../groups/index.ts'
import { personIdOf } from '../../people/index.ts'
import { arrangingRefusal, minutesToTakeBack } from '../arranged.ts'
import { arrangedOfGroup, latestOfGroup } from '../arranged-queries.ts'
import { endMerger, insertMerger } from '../store.ts'
import { lockedMerger, type MergeGroups, requirePossible } from './merge-groups.ts'

/**
 * A group is to become part of another in ten minutes: until then nothing is changed, nobody is told and it can be taken back. Whoever
 * arranges the same once more finds it arranged.
 */
export const arrangeMerger = (context: Context, input: MergeGroups): Promise<void> =>
  transaction(context, async (tx, context) => {
    const reason = input.reason.trim()
    if (reason === '') throw new Refused('Say why the groups become one.')
    const merger = await lockedMerger(tx, context, input)
    const [from, into] = [await arrangedOfGroup(tx, input.fromId), await arrangedOfGroup(tx, input.intoId)]
    const refusal = arrangingRefusal({ from, into }, input.intoId)
    if (refusal) throw new Refused(refusal)
    if (from) return
    requirePossible(context, merger, input)
    const { fromId, intoId, leadsJoin, addsRoom } = input
    const dueAt = context.now.add({ minutes: minutesToTakeBack })
    const by = personIdOf(context.actor)
    await insertMerger(tx, { ...{ fromId, intoId, reason, leadsJoin, addsRoom, by, dueAt }, now: context.now })
    await record(tx, context, {
      name: 'group.merging-arranged',
      subject: { type: 'group', id: fromId },
      also: [{ type: 'group', id: intoId }],
      particulars: { intoId, dueAt: dueAt.toString() },
      personal: { reason },
    })
  })

/** What was arranged is taken back in time: both groups are as they were, and nobody has heard of it. */
export const takeBackMerger = (context: Context, groupId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, groupId)
    found(await groupInSight({ ...context, db: tx }, groupId))
    if (!mayRunGroup(context.actor, group)) throw new Forbidden('Only staff of the lead hub merge a group')
    const latest = await latestOfGroup(tx, groupId)
    if (latest?.status === 'taken_back') return
    if (latest?.status !== 'arranged') throw new Refused('There is nothing to take back.')
    await endMerger(tx, latest.id, { status: 'taken_back', now: context.now })
    await record(tx, context, {
      name: 'group.merging-taken-back',
      subject: { type: 'group', id: groupId },
      also: [{ type: 'group', id: latest.intoId }],
      particulars: { intoId: latest.intoId },
    })
  })
