import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { groupInSight, lockGroup, mayPlanGroup } from '../../groups/index.ts'
import { groupOfTime } from '../queries.ts'
import { deleteBeside, insertBeside, type TimeBeside } from '../store.ts'

const permit = async (context: Context, groupId: string, lock: Promise<{ id: string; hubId: string }>) => {
  if (!mayPlanGroup(context.actor, await lock))
    throw new Forbidden('Only the lead hub and the leads record time of a group')
  return found(await groupInSight(context, groupId))
}

/** Records time that a lead of a group spent beside its sessions: planning, evaluation or other. */
export const recordTimeBeside = (context: Context, time: TimeBeside): Promise<void> =>
  transaction(context, async (tx, context) => {
    const group = await permit(context, time.groupId, lockGroup(tx, time.groupId))
    if (!group.leads.some(({ personId }) => personId === time.personId))
      throw new Refused('Time is recorded for the leads of the group.')
    if (Temporal.PlainDate.compare(time.on, context.today) > 0) throw new Refused('This day is still to come.')
    const id = await insertBeside(tx, time, context.now)
    await record(tx, context, {
      name: 'time-beside.recorded',
      subject: { type: 'group', id: group.id },
      also: [{ type: 'person', id: time.personId }],
      particulars: { timeId: id, kind: time.kind, on: time.on.toString(), minutes: time.minutes },
    })
  })

/** Takes time away that was recorded by mistake. */
export const removeTimeBeside = (
  context: Context,
  input: { readonly groupId: string; readonly id: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const group = await permit(context, input.groupId, lockGroup(tx, input.groupId))
    if ((await groupOfTime(tx, input.id)) !== group.id)
      throw new NotFound('Time of another group, or taken away already')
    const time = found(await deleteBeside(tx, input.id))
    await record(tx, context, {
      name: 'time-beside.removed',
      subject: { type: 'group', id: group.id },
      also: [{ type: 'person', id: time.personId }],
      particulars: { timeId: input.id, minutes: time.minutes },
    })
  })
