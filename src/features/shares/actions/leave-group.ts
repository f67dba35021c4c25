import { type Context, transaction } from '../../../platform/context.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { groupInSight, lockGroup, removePartner } from '../../groups/index.ts'
import { offerFreedPlace } from '../../place-offers/index.ts'
import { partnerLeftLetter } from '../emails/partner.email.ts'
import { tellStaff } from '../emails/tell-hub.ts'

/** A hub shares a group no more; what was left of its share goes to whoever is next in line, and the hubs of the group hear of it. */
export const leaveGroup = (context: Context, input: { groupId: string; hubId: string; word: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const word = input.word.trim()
    if (word === '') throw new Refused('Say why it shares the group no more.')
    await lockGroup(tx, input.groupId)
    const group = found(await groupInSight({ ...context, db: tx }, input.groupId))
    const partner = group.partnerHubs.find(({ id }) => id === input.hubId)
    if (!partner) return
    const unused = await removePartner(context, input)
    const offered =
      unused === 0
        ? []
        : (await offerFreedPlace(context, group.id, { freed: { organisations: unused, people: 0 } })).offered
    await record(tx, context, {
      name: 'group.hubs-told-of-leaving',
      subject: { type: 'group', id: group.id },
      also: [{ type: 'hub', id: input.hubId }],
      particulars: { hubId: input.hubId, unused, offered: offered.length },
      personal: { reason: word },
    })
    const { name: groupName, projectTitle } = group
    const letter = (url: string) =>
      partnerLeftLetter({ hubName: partner.name, groupName, projectTitle, unused, word, url })
    const { baseUrl } = context.config
    const key = `partner-left:${group.id}:${input.hubId}:${context.now}`
    for (const hubId of [group.hubId, ...group.partnerHubs.map(({ id }) => id)])
      await tellStaff(tx, context, {
        hubId,
        key,
        letter: letter(`${baseUrl}/groups${hubId === input.hubId ? '' : `/${group.id}/room`}`),
      })
  })
