import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { RoleName } from '../../../vocabulary/actor.ts'
import { mayGrantRole } from '../policy.ts'
import { insertRole } from '../store.ts'

export type GrantRoleInput = {
  personId: string
  role: RoleName
  hubId?: string
  groupId?: string
  organisationId?: string
  groupHubId?: string
  from?: Temporal.PlainDate
}

/** Gives a person a part at a hub, a group, an organisation or the network, from a date (today unless given). */
export const grantRole = (context: Context, input: GrantRoleInput): Promise<void> =>
  transaction(context, async (tx, context) => {
    const held = { name: input.role, hubId: input.hubId ?? null }
    if (!mayGrantRole(context.actor, held, input.groupHubId ?? null)) throw new Forbidden('May not give this part')
    const scope = {
      hubId: input.hubId ?? null,
      groupId: input.groupId ?? null,
      organisationId: input.organisationId ?? null,
    }
    await insertRole(tx, { personId: input.personId, role: input.role, ...scope, from: input.from ?? context.today })
    await record(tx, context, {
      name: 'role.granted',
      subject: { type: 'person', id: input.personId },
      particulars: { role: input.role, ...scope },
    })
  })
