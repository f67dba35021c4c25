import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import type { RoleName } from '../../../vocabulary/actor.ts'
import { personIdOf } from '../policy.ts'
import { lockRole } from '../role-store.ts'
import { endLockedRole } from './end-role.ts'
import { giveRole } from './grant-role.ts'

export type HubRolesSettled = {
  readonly hubId: string
  readonly ends: readonly string[]
  readonly gives: readonly {
    readonly personId: string
    readonly role: RoleName
    readonly hubId: string
    readonly from: Temporal.PlainDate
  }[]
  readonly reason: string
}

/** Ends and gives parts at hubs as a change of the hubs has decided them, person by person; whoever decided it was asked whether they may. */
export const settleHubRoles = (context: Context, settled: HubRolesSettled): Promise<void> =>
  transaction(context, async (tx, context) => {
    for (const given of settled.gives) await giveRole(tx, context, { ...given, grantedBy: personIdOf(context.actor) })
    for (const id of settled.ends) {
      const role = await lockRole(tx, id, context.today)
      if (role) await endLockedRole(tx, context, role, settled.reason)
    }
    await record(tx, context, {
      name: 'hub.parts-settled',
      subject: { type: 'hub', id: settled.hubId },
      particulars: { ended: settled.ends.length, given: settled.gives.length },
    })
  })
