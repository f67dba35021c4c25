import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { RoleName } from '../../../vocabulary/actor.ts'
import { workplacesOf } from '../details-queries.ts'
import { hubOfGroup, hubsOfOrganisation } from '../hub-queries.ts'
import { mayGrantRole, personIdOf, type RoleSomewhere } from '../policy.ts'
import { insertRole } from '../role-store.ts'

export type RoleGiven = {
  readonly personId: string
  readonly role: RoleName
  readonly hubId?: string | null
  readonly groupId?: string | null
  readonly organisationId?: string | null
  readonly from?: Temporal.PlainDate
}

/** A role with the hubs that have a say in it. */
export const roleSomewhere = async (
  tx: Transaction,
  {
    role,
    hubId = null,
    groupId = null,
    organisationId = null,
  }: Pick<RoleGiven, 'role' | 'hubId' | 'groupId' | 'organisationId'>,
): Promise<RoleSomewhere> => {
  const ofGroup = groupId ? await hubOfGroup(tx, groupId) : null
  const hubIds = organisationId ? await hubsOfOrganisation(tx, organisationId) : ofGroup ? [ofGroup] : []
  return { name: role, hubId, organisationId, hubIds }
}

/**
 * Gives a person a part at a hub, a group, an organisation or the network, from a date (today unless given). Somebody vouches
 * as lead of a school only for who works there.
 */
export const grantRole = (context: Context, input: RoleGiven): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayGrantRole(context.actor, await roleSomewhere(tx, input))) throw new Forbidden('May not give this part')
    if (input.role === 'school_lead' && context.actor.kind === 'person') await requireWorkingThere(tx, input)
    await giveRole(tx, context, { ...input, grantedBy: personIdOf(context.actor) })
  })

const requireWorkingThere = async (tx: Transaction, { personId, organisationId }: RoleGiven): Promise<void> => {
  const places = await workplacesOf(tx, personId)
  if (!places.some(({ id }) => id === organisationId))
    throw new Refused('Only somebody who works at the school can lead it here: state their post there first.')
}

/** Writes a role that somebody may give: asked by the action that has decided so. A role held already stays as it is. */
export const giveRole = async (
  tx: Transaction,
  context: Context,
  given: RoleGiven & { readonly grantedBy: string | null },
): Promise<boolean> => {
  const scope = {
    hubId: given.hubId ?? null,
    groupId: given.groupId ?? null,
    organisationId: given.organisationId ?? null,
  }
  const { personId, role, grantedBy } = given
  const { now, today } = context
  const added = await insertRole(tx, { personId, role, ...scope, from: given.from ?? today, grantedBy, now })
  if (!added) return false
  await record(tx, context, {
    name: 'role.granted',
    subject: { type: 'person', id: personId },
    also: subjectsOf(scope),
    particulars: { role, ...scope, grantedBy },
  })
  return true
}

/** What a role is held at, so that its history knows who came and went. */
export const subjectsOf = ({
  hubId,
  groupId,
  organisationId,
}: {
  readonly hubId: string | null
  readonly groupId: string | null
  readonly organisationId: string | null
}): { type: string; id: string }[] => [
  ...(hubId ? [{ type: 'hub', id: hubId }] : []),
  ...(groupId ? [{ type: 'group', id: groupId }] : []),
  ...(organisationId ? [{ type: 'organisation', id: organisationId }] : []),
]
