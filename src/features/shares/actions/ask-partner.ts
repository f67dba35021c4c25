import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { type LockedGroup, lockGroup, mayRunGroup, takesPlaces } from '../../groups/index.ts'
import { askingById, askingsOfGroup, hubsToAsk } from '../asking-queries.ts'
import { endAsking, insertAsking } from '../asking-store.ts'
import { partnerAskedLetter } from '../emails/partner.email.ts'
import { tellStaff } from '../emails/tell-hub.ts'

export type AskPartner = {
  readonly groupId: string
  readonly hubId: string
  readonly share: number | null
  readonly endOn: Temporal.PlainDate | null
  readonly word: string | null
}

const refusalOf = async (tx: Transaction, group: LockedGroup, { hubId, share, endOn }: AskPartner) => {
  if (!takesPlaces(group.status)) return 'A group that is over is shared with nobody.'
  if (!(await hubsToAsk(tx, group.id)).some(({ id }) => id === hubId))
    return 'This hub is of the group already, or is open no more.'
  if (share === null) return null
  if (share > group.organisationsRoom)
    return `The group has room for ${group.organisationsRoom}: the share cannot be more.`
  return endOn === null && group.shared.sharesEndOn === null
    ? 'Say on which day unused shares are released to all.'
    : null
}

/** The lead hub asks another to share a group, with a share of its room if it is to have one of its own; it agrees or declines. */
export const askPartner = (context: Context, input: AskPartner): Promise<string> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    if (!mayRunGroup(context.actor, group))
      throw new Forbidden('Only staff of the lead hub ask others to share a group')
    const before = (await askingsOfGroup(tx, group.id)).find(
      (each) => each.hubId === input.hubId && each.status === 'asked',
    )
    if (before) return before.id
    const refusal = await refusalOf(tx, group, input)
    if (refusal) throw new Refused(refusal)
    const id = await insertAsking(tx, { ...input, now: context.now })
    await record(tx, context, {
      name: 'group.partner-asked',
      subject: { type: 'group', id: group.id },
      also: [group.hubId, input.hubId].map((hubId) => ({ type: 'hub', id: hubId })),
      particulars: { askingId: id, hubId: input.hubId, share: input.share },
      ...(input.word ? { personal: { reason: input.word } } : {}),
    })
    const asking = found(await askingById(tx, id))
    const letter = partnerAskedLetter(asking, `${context.config.baseUrl}/hub/${asking.hubSlug}/askings`)
    await tellStaff(tx, context, { hubId: input.hubId, key: `partner-asked:${id}`, letter })
    return id
  })

/** Takes an asking back that nobody has answered. */
export const withdrawAsking = (context: Context, input: { groupId: string; askingId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    if (!mayRunGroup(context.actor, group)) throw new Forbidden('Only staff of the lead hub take it back')
    const asking = found((await askingsOfGroup(tx, group.id)).find(({ id }) => id === input.askingId) ?? null)
    if (!(await endAsking(tx, asking.id, { status: 'withdrawn', answer: null, now: context.now }))) return
    await record(tx, context, {
      name: 'group.partner-asking-withdrawn',
      subject: { type: 'group', id: group.id },
      also: [{ type: 'hub', id: asking.hubId }],
      particulars: { askingId: asking.id, hubId: asking.hubId },
    })
  })
