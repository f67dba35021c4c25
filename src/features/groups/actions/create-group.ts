import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { isOpenHub } from '../../organisations/index.ts'
import { grantRole } from '../../people/index.ts'
import { offerToGroup } from '../making-queries.ts'
import { mayMakeGroup } from '../policy.ts'
import { hasGroupNamed, insertGroup, insertPartners, lockOffer, type NewGroup } from '../store.ts'

export type CreateGroupInput = {
  readonly offerId: string
  readonly name: string
  readonly organisationsRoom: number
  readonly peopleRoom: number
  readonly organisationsMinimum: number
  readonly venueId?: string | null
  readonly onlineLink?: string | null
  readonly leadPersonIds: readonly string[]
  readonly partnerHubIds: readonly string[]
  readonly themeId?: string | null
  readonly continuesGroupId?: string | null
}

/** Makes a group of an offer, held by the offer's hub; its leads are given their part. Dates are added by the room of sessions (`formGroup`). */
export const createGroup = (context: Context, input: CreateGroupInput): Promise<string> =>
  transaction(context, async (tx, context) => {
    const offer = found(await offerToGroup(tx, input.offerId))
    if (!mayMakeGroup(context.actor, offer.hubId))
      throw new Forbidden('Only staff of the hub make groups of its offers')
    await requireOpen(tx, offer.hubId)
    if (offer.status !== 'published' && offer.status !== 'closed')
      throw new Refused(`This offer is ${offer.status}: publish it before making groups.`)
    if (input.themeId && !offer.themeIds.includes(input.themeId))
      throw new Refused('This theme belongs to another project.')
    await lockOffer(tx, input.offerId)
    if (await hasGroupNamed(tx, input.offerId, input.name.trim()))
      throw new Refused(`There is a group called ${input.name.trim()} already. Give this one another name.`)
    const id = await insertGroup(tx, takenOver(offer, input, context.now))
    await insertPartners(
      tx,
      id,
      [...new Set(input.partnerHubIds)].filter((hubId) => hubId !== offer.hubId),
    )
    await record(tx, context, {
      name: 'group.made',
      subject: { type: 'group', id },
      also: [
        { type: 'offer', id: input.offerId },
        { type: 'hub', id: offer.hubId },
      ],
      particulars: {
        organisationsRoom: input.organisationsRoom,
        peopleRoom: input.peopleRoom,
        leads: input.leadPersonIds.length,
      },
    })
    for (const personId of new Set(input.leadPersonIds))
      await grantRole(context, { personId, role: 'group_lead', groupId: id })
    return id
  })

/** A group takes over from its offer whatever is not said for the group itself. */
const takenOver = (
  offer: NonNullable<Awaited<ReturnType<typeof offerToGroup>>>,
  input: CreateGroupInput,
  now: Temporal.Instant,
): NewGroup => ({
  hubId: offer.hubId,
  offerId: input.offerId,
  projectId: offer.projectId,
  year: offer.year,
  themeId: input.themeId ?? offer.themeId,
  name: input.name.trim(),
  organisationsRoom: input.organisationsRoom,
  peopleRoom: input.peopleRoom,
  organisationsMinimum: input.organisationsMinimum,
  venueId: input.venueId === undefined ? offer.venueId : input.venueId,
  onlineLink: input.onlineLink ?? null,
  policyId: offer.policyId,
  continuesGroupId: input.continuesGroupId ?? null,
  now,
})

const requireOpen = async (tx: Transaction, hubId: string): Promise<void> => {
  if (!(await isOpenHub(tx, hubId))) throw new Refused('This hub is closed: it makes no more groups.')
}
