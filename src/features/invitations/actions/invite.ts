import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import type { RoleName } from '../../../vocabulary/actor.ts'
import { hubOfGroup, hubsOfOrganisation, personIdOf, personWithAddress, rolesOf } from '../../people/index.ts'
import { invitationLetter } from '../emails/invitation.email.ts'
import { answerableUntil } from '../invitation.ts'
import { mayInvite } from '../policy.ts'
import { invitationById, invitationsSince } from '../queries.ts'
import { insertInvitation, type LockedInvitation } from '../store.ts'

export type Inviting = {
  readonly address: string
  readonly name: string
  /** None: the person is invited as a colleague at the organisation. */
  readonly role: RoleName | null
  readonly hubId?: string | null
  readonly groupId?: string | null
  readonly organisationId?: string | null
  readonly post?: string | null
  /** The hub on whose page somebody was invited. */
  readonly fromHubId?: string | null
}

type Scope = Pick<LockedInvitation, 'hubId' | 'groupId' | 'organisationId'>

const mostInADay = 40
// Longer than an invitation stands, so that it says itself that it is over.
const daysALinkLasts = 60

/** Invites somebody to a role, or as a colleague; one invitation stands for an address and what it is for. */
export const invite = (context: Context, input: Inviting): Promise<string> =>
  transaction(context, async (tx, context) => {
    const scope = {
      hubId: input.hubId ?? null,
      groupId: input.groupId ?? null,
      organisationId: input.organisationId ?? null,
    }
    const hubIds = await hubsWithASay(tx, scope)
    if (!mayInvite(context.actor, { role: input.role, ...scope, hubIds })) throw new NotFound('Not theirs to invite to')
    await requireSeldom(tx, context)
    await requireNew(tx, context, input, scope)
    const id = await insertInvitation(tx, {
      ...scope,
      address: input.address,
      name: input.name.trim(),
      role: input.role,
      post: input.post ?? null,
      invitedBy: personIdOf(context.actor),
      fromHubId: input.fromHubId ?? null,
      now: context.now,
      expiresAt: answerableUntil(context.now),
    })
    if (id === null) throw new Refused('This address has been invited already. You can send the invitation again.')
    await sendInvitation(tx, context, id, 1)
    await record(tx, context, {
      name: 'invitation.sent',
      subject: { type: 'invitation', id },
      also: subjectsOf(scope),
      particulars: { role: input.role, ...scope },
      personal: { name: input.name.trim(), address: input.address },
    })
    return id
  })

/** A group's own hub, or the hubs an organisation deals with. */
export const hubsWithASay = async (tx: Transaction, { groupId, organisationId }: Scope): Promise<readonly string[]> => {
  if (organisationId) return hubsOfOrganisation(tx, organisationId)
  const hubId = groupId ? await hubOfGroup(tx, groupId) : null
  return hubId ? [hubId] : []
}

export const subjectsOf = ({ hubId, groupId, organisationId }: Scope): { type: string; id: string }[] => [
  ...(hubId ? [{ type: 'hub', id: hubId }] : []),
  ...(groupId ? [{ type: 'group', id: groupId }] : []),
  ...(organisationId ? [{ type: 'organisation', id: organisationId }] : []),
]

/** Mails the invitation to the address invited. */
export const sendInvitation = async (tx: Transaction, context: Context, id: string, sent: number): Promise<void> => {
  const invited = await invitationById(tx, id)
  if (!invited) return
  const url = `${context.config.baseUrl}/invitation/${linkToken(context.config, 'invitation', id, daysALinkLasts)}`
  await post(
    tx,
    context,
    { address: invited.address },
    invitationLetter({ ...invited, url }),
    `invitation:${id}:${sent}`,
  )
}

const requireSeldom = async (tx: Transaction, context: Context): Promise<void> => {
  const personId = personIdOf(context.actor)
  if (personId && (await invitationsSince(tx, personId, context.now.subtract({ hours: 24 }))) >= mostInADay)
    throw new Refused('You have invited many people today. Go on tomorrow.')
}

const requireNew = async (tx: Transaction, context: Context, input: Inviting, scope: Scope): Promise<void> => {
  const known = input.role === null ? null : await personWithAddress(tx, input.address)
  const held = known ? await rolesOf(tx, known.id) : []
  const already = held.some(
    (role) =>
      role.role === input.role &&
      role.hubId === scope.hubId &&
      role.groupId === scope.groupId &&
      role.organisationId === scope.organisationId &&
      (role.to === null || Temporal.PlainDate.compare(role.to, context.today) >= 0),
  )
  if (already) throw new Refused('Whoever is reached at this address holds this part already.')
}
