import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { lockGroup, mayPlanGroup } from '../../groups/index.ts'
import { schoolsToHost } from '../queries.ts'
import { saveWillingness, type Willingness } from '../store.ts'

/** States which schools of a group host sessions, and for how many people they have room; what is said of a school of another group is not taken. */
export const stateWillingness = (
  context: Context,
  input: { readonly groupId: string; readonly stated: readonly Willingness[] },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    if (!mayPlanGroup(context.actor, group)) throw new Forbidden('Only the lead hub and the leads plan who hosts')
    const own = new Set((await schoolsToHost(tx, group.id, context.today)).map(({ id }) => id))
    const stated = input.stated.filter(({ organisationId }) => own.has(organisationId))
    await saveWillingness(tx, group.id, stated, context.now)
    await record(tx, context, {
      name: 'hosting.willingness-stated',
      subject: { type: 'group', id: group.id },
      particulars: { schools: stated.length, willing: stated.filter(({ isWilling }) => isWilling).length },
    })
  })
