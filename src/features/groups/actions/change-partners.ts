import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { isAtHub } from '../../people/index.ts'
import { takesPlaces } from '../group.ts'
import { mayRunGroup } from '../policy.ts'
import { setShares } from '../room-store.ts'
import { sharingRefusal, unusedShares } from '../shares.ts'
import { deletePartner, insertPartners } from '../store.ts'
import { type LockedGroup, lockGroup } from './move-group.ts'

type NewPartner = {
  readonly groupId: string
  readonly hubId: string
  readonly share: number | null
  readonly endOn: Temporal.PlainDate | null
}

// A day that is set for the shares there are holds for the new one too.
const sharesWith = (group: LockedGroup, { hubId, share, endOn }: NewPartner) => ({
  shares: group.shared.partners.map((each) => ({
    hubId: each.hubId,
    share: each.hubId === hubId ? share : each.share,
  })),
  endOn: group.shared.sharesEndOn ?? endOn,
})

const giveShare = async (tx: Transaction, { today }: Context, input: NewPartner): Promise<void> => {
  const joined = await lockGroup(tx, input.groupId)
  const asked = sharesWith(joined, input)
  const refusal = sharingRefusal(joined.shared, asked, today)
  if (refusal) throw new Refused(refusal)
  await setShares(tx, joined.id, asked)
}

/** A hub that was asked shares a group from now on, with its share of the room if it has one of its own; it says so itself. */
export const addPartner = (context: Context, input: NewPartner): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { groupId, hubId, share } = input
    const group = await lockGroup(tx, groupId)
    if (context.actor.kind !== 'system' && !isAtHub(context.actor, hubId))
      throw new Forbidden('A hub agrees for itself')
    if (!takesPlaces(group.status)) throw new Refused('This group is over: nobody joins in it any more.')
    if (hubId === group.hubId || group.partnerHubIds.includes(hubId))
      throw new Refused('This hub is of the group already.')
    await insertPartners(tx, groupId, [hubId])
    if (share !== null) await giveShare(tx, context, input)
    await record(tx, context, {
      name: 'group.partner-joined',
      subject: { type: 'group', id: groupId },
      also: [group.hubId, hubId].map((id) => ({ type: 'hub', id })),
      particulars: { hubId, share },
    })
  })

/**
 * A hub shares a group no more: it says so itself, or the lead hub does. Not while it has places there or holds one back. What it had
 * left of its share is everybody's; gives how many places that is.
 */
export const removePartner = (context: Context, input: { groupId: string; hubId: string }): Promise<number> =>
  transaction(context, async (tx, context) => {
    const { groupId, hubId } = input
    const group = await lockGroup(tx, groupId)
    if (!mayRunGroup(context.actor, group) && !isAtHub(context.actor, hubId))
      throw new Forbidden('Staff of the lead hub, and of the partner itself, end it')
    const own = group.shared.partners.find((partner) => partner.hubId === hubId)
    if (!own) return 0
    if (own.taken + own.heldBack > 0)
      throw new Refused(
        `It has given away or holds back ${own.taken + own.heldBack} ${own.taken + own.heldBack === 1 ? 'place' : 'places'} in this group: they have to end, or move to another group, first.`,
      )
    const unused = group.shared.sharesEndedAt === null ? unusedShares({ partners: [own] }) : 0
    await deletePartner(tx, groupId, hubId)
    await record(tx, context, {
      name: 'group.partner-left',
      subject: { type: 'group', id: groupId },
      also: [group.hubId, hubId].map((id) => ({ type: 'hub', id })),
      particulars: { hubId, unused },
    })
    return unused
  })
