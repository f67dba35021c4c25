import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { endShares, type LockedGroup, lockGroup } from '../../groups/index.ts'
import { hubStaffAddresses } from '../../people/index.ts'
import { offerFreedPlace } from '../../place-offers/index.ts'
import { sharesReleasedLetter } from '../emails/shares-released.email.ts'

/** The unused shares of a group are released: every hub of the group is told, and what became free goes to the next in line. */
export const releaseShares = (context: Context, groupId: string): Promise<{ unused: number; offered: number }> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, groupId)
    const unused = await endShares(context, groupId)
    if (unused === null) return { unused: 0, offered: 0 }
    const passedOn = await offerFreedPlace(context, groupId, { freed: { organisations: unused, people: 0 } })
    const offered = passedOn.offered.length
    await record(tx, context, {
      name: 'group.hubs-told-of-shares',
      subject: { type: 'group', id: groupId },
      particulars: { unused, offered },
    })
    for (const hubId of [group.hubId, ...group.partnerHubIds]) {
      const letter = sharesReleasedLetter({
        group: group.name,
        project: group.projectTitle,
        unused,
        own: ownUnused(group, hubId),
        offered,
        url: `${context.config.baseUrl}/groups/${groupId}/room`,
      })
      for (const to of await hubStaffAddresses(tx, hubId, context.today))
        await post(
          tx,
          context,
          to,
          letter,
          `group:${groupId}:shares-released:${group.shared.sharesEndOn}:${to.personId}`,
        )
    }
    return { unused, offered }
  })

const ownUnused = ({ shared }: LockedGroup, hubId: string): number | null => {
  const own = shared.partners.find((partner) => partner.hubId === hubId)
  return own === undefined || own.share === null ? null : Math.max(0, own.share - own.taken - own.heldBack)
}
