import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { academicYear, yearEnds } from '../../../vocabulary/academic-year.ts'
import { groupInSight, lockGroup, mayPlanGroup } from '../../groups/index.ts'
import { groupOfTime, takingPartOf } from '../queries.ts'
import { deleteBeside, insertBeside, type NewTime } from '../store.ts'

const permit = async (context: Context, groupId: string, lock: Promise<{ id: string; hubId: string }>) => {
  if (!mayPlanGroup(context.actor, await lock))
    throw new Forbidden('Only the lead hub and the leads record time of a group')
  return found(await groupInSight(context, groupId))
}

export type TimeRecorded = Omit<NewTime, 'personId'> & { readonly personIds: readonly string[] }

/**
 * Records time that leads of a group, or those who take part in it, spend beside its sessions: planning, evaluation or other. Time of
 * a day to come is planned, and counts as done once that day has begun.
 */
export const recordTimeBeside = (context: Context, { personIds, ...time }: TimeRecorded): Promise<void> =>
  transaction(context, async (tx, context) => {
    const group = await permit(context, time.groupId, lockGroup(tx, time.groupId))
    const those = new Set([...group.leads, ...(await takingPartOf(tx, group.id))].map(({ personId }) => personId))
    if (personIds.length === 0 || !personIds.every((id) => those.has(id)))
      throw new Refused('Time is recorded for those who lead the group or take part in it.')
    if (Temporal.PlainDate.compare(time.on, yearEnds(academicYear(group.year))) > 0)
      throw new Refused('This day is after the year of the group.')
    for (const personId of new Set(personIds)) {
      const id = await insertBeside(tx, { ...time, personId }, context.now)
      await record(tx, context, {
        name: 'time-beside.recorded',
        subject: { type: 'group', id: group.id },
        also: [{ type: 'person', id: personId }],
        particulars: { timeId: id, kind: time.kind, on: time.on.toString(), minutes: time.minutes },
      })
    }
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
