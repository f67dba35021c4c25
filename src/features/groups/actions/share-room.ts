import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { takesPlaces } from '../group.ts'
import { mayRunGroup } from '../policy.ts'
import { setShares, setSharesEnded } from '../room-store.ts'
import { type SharesAsked, sharingRefusal, unusedShares } from '../shares.ts'
import { lockGroup } from './move-group.ts'

/** The lead hub gives each partner hub its share of a group's room, and says on which day the unused rest is released to all. */
export const shareRoom = (context: Context, input: SharesAsked & { readonly groupId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    if (!mayRunGroup(context.actor, group)) throw new Forbidden('Only staff of the lead hub share its room')
    if (!takesPlaces(group.status)) throw new Refused('A group that is over is not changed.')
    const refusal = sharingRefusal(group.shared, input, context.today)
    if (refusal) throw new Refused(refusal)
    await setShares(tx, group.id, input)
    await record(tx, context, {
      name: 'group.room-shared',
      subject: { type: 'group', id: group.id },
      also: group.partnerHubIds.map((id) => ({ type: 'hub', id })),
      particulars: {
        shares: input.shares.map(({ hubId, share }) => ({ hubId, share })),
        endOn: input.endOn?.toString() ?? null,
      },
    })
  })

/** On their day the unused shares of a group are released to all its hubs. Gives how many places that frees; null when it was done before. */
export const endShares = (context: Context, groupId: string): Promise<number | null> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, groupId)
    if (!mayRunGroup(context.actor, group)) throw new Forbidden('Shares end by themselves or by the lead hub')
    if (group.shared.sharesEndedAt !== null || !takesPlaces(group.status)) return null
    const unused = unusedShares(group.shared)
    await setSharesEnded(tx, group.id, context.now)
    await record(tx, context, {
      name: 'group.shares-released',
      subject: { type: 'group', id: group.id },
      also: [group.hubId, ...group.partnerHubIds].map((id) => ({ type: 'hub', id })),
      particulars: {
        unused,
        shares: group.shared.partners.map(({ hubId, share, taken }) => ({ hubId, share, taken })),
      },
    })
    return unused
  })
