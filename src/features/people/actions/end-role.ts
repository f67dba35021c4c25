import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { personById, worksAt } from '../details-queries.ts'
import { roleEndedLetter } from '../emails/role.email.ts'
import { mayEndRole, mayGrantRole, personIdOf } from '../policy.ts'
import { holdersOf, roleById } from '../role-queries.ts'
import { type EndedRole, lockRole, lockScope, setRoleEnded } from '../role-store.ts'
import { giveRole, roleSomewhere, subjectsOf } from './grant-role.ts'
import { askHubsForLead } from './tell-of-leaving.ts'

/** Ends a part somebody holds, at once. A hub is never left without a lead, nor the network without its team. */
export const endRole = (context: Context, input: { roleId: string; reason?: string | null }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const role = await lockedRole(tx, context, input.roleId)
    await requireEnding(tx, context, role)
    await requireNotTheLast(tx, context, role)
    await endLockedRole(tx, context, role, input.reason ?? null)
    await tellHolder(tx, context, role)
    if (role.name === 'school_lead') await askHubsForLead(tx, context, role.organisationId ?? '')
  })

/** Gives one's part to a colleague and lays it down, in one act: there is no moment without somebody. */
export const handOverRole = (context: Context, input: { roleId: string; toPersonId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const role = await lockedRole(tx, context, input.roleId)
    await requireEnding(tx, context, role)
    if (input.toPersonId === role.personId)
      throw new Refused('Choose a colleague: this part is held by the same person.')
    const somewhere = await roleSomewhere(tx, { ...role, role: role.name })
    if (!mayGrantRole(context.actor, somewhere)) throw new Forbidden('May not give this part')
    await requireColleague(tx, context, role, input.toPersonId)
    const { hubId, groupId, organisationId } = role
    const grantedBy = personIdOf(context.actor)
    await giveRole(tx, context, {
      personId: input.toPersonId,
      role: role.name,
      hubId,
      groupId,
      organisationId,
      grantedBy,
    })
    await endLockedRole(tx, context, role, 'Handed over')
    await tellHolder(tx, context, role)
  })

/** A part passes to somebody else from a day on, as whoever may give it has decided: whoever does so tells them both. */
export const passRoleOn = (
  context: Context,
  input: { roleId: string; toPersonId: string; from: Temporal.PlainDate; reason: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const role = await lockedRole(tx, context, input.roleId)
    const somewhere = await roleSomewhere(tx, { ...role, role: role.name })
    if (!mayGrantRole(context.actor, somewhere)) throw new Forbidden('May not give this part')
    if (input.toPersonId === role.personId)
      throw new Refused('Choose somebody else: this part is held by the same person.')
    const { hubId, groupId, organisationId } = role
    const given = { personId: input.toPersonId, role: role.name, hubId, groupId, organisationId, from: input.from }
    await giveRole(tx, context, { ...given, grantedBy: personIdOf(context.actor) })
    await endLockedRole(tx, context, role, input.reason, input.from)
  })

/** Locks what the role is held at, then the role, so that two who end roles there see each other. */
const lockedRole = async (tx: Transaction, context: Context, roleId: string): Promise<EndedRole> => {
  const seen = found(await roleById(tx, roleId))
  await lockScope(tx, `${seen.name}:${seen.hubId ?? seen.groupId ?? seen.organisationId ?? 'network'}`)
  const role = await lockRole(tx, roleId, context.today)
  if (!role) throw new Refused('This part has been ended already.')
  return role
}

const requireEnding = async (tx: Transaction, context: Context, role: EndedRole): Promise<void> => {
  const somewhere = await roleSomewhere(tx, { ...role, role: role.name })
  if (!mayEndRole(context.actor, { ...somewhere, personId: role.personId }))
    throw new NotFound('Not a part that this person may end')
}

// A part is handed to somebody who is there already: a colleague of the school, or of the hub’s staff.
const requireColleague = async (tx: Transaction, { today }: Context, role: EndedRole, personId: string) => {
  const isThere = role.organisationId
    ? await worksAt(tx, { personId, organisationId: role.organisationId })
    : (await holdersOf(tx, { ...role, name: 'hub_administrator' }, today)).some(
        (holder) => holder.personId === personId,
      )
  if (!isThere) throw new Refused('Choose a colleague who is here already, or invite somebody.')
}

const keptBySomebody = {
  hub_lead: 'A hub is never without a lead. Name another hub lead first, then end this part.',
  national_team: 'The network is never without its national team. Name somebody else first, then end this part.',
} as const

const requireNotTheLast = async (tx: Transaction, context: Context, role: EndedRole): Promise<void> => {
  if (role.name !== 'hub_lead' && role.name !== 'national_team') return
  const holders = await holdersOf(tx, role, context.today)
  if (holders.every((holder) => holder.personId === role.personId)) throw new Refused(keptBySomebody[role.name])
}

/** Ends a locked role and records it: asked by the action that has decided so. */
export const endLockedRole = async (
  tx: Transaction,
  context: Context,
  role: EndedRole,
  reason: string | null,
  from: Temporal.PlainDate = context.today,
): Promise<void> => {
  const by = personIdOf(context.actor)
  await setRoleEnded(tx, role.id, { by, reason, now: context.now, today: context.today, from })
  const { hubId, groupId, organisationId } = role
  await record(tx, context, {
    name: 'role.ended',
    subject: { type: 'person', id: role.personId },
    also: subjectsOf(role),
    particulars: { role: role.name, hubId, groupId, organisationId },
    ...(reason ? { personal: { reason } } : {}),
  })
}

// Whoever lays down a part knows it; everybody else is told.
const tellHolder = async (tx: Transaction, context: Context, role: EndedRole): Promise<void> => {
  if (personIdOf(context.actor) === role.personId) return
  const [person, seen] = [await personById(tx, role.personId), await roleById(tx, role.id)]
  if (!person?.address) return
  const letter = roleEndedLetter({ name: person.name, role: role.name, at: seen?.at ?? null })
  await post(tx, context, { address: person.address, personId: person.id }, letter, `role:${role.id}:ended`)
}
