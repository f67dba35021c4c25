import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { addPartner, lockGroup } from '../../groups/index.ts'
import { isAtHub } from '../../people/index.ts'
import { type Asking, askingLabels } from '../asking.ts'
import { askingById } from '../asking-queries.ts'
import { endAsking } from '../asking-store.ts'
import { partnerAnsweredLetter } from '../emails/partner.email.ts'
import { tellStaff } from '../emails/tell-hub.ts'

export type AnswerAsking = {
  readonly hubId: string
  readonly askingId: string
  readonly answer: 'agreed' | 'declined'
  readonly word: string | null
}

const lockedAsking = async (
  tx: Transaction,
  { actor }: Context,
  { hubId, askingId }: AnswerAsking,
): Promise<Asking> => {
  const first = found(await askingById(tx, askingId))
  if (first.hubId !== hubId || !isAtHub(actor, hubId)) throw new NotFound('Not asked of this hub')
  await lockGroup(tx, first.groupId)
  return found(await askingById(tx, askingId))
}

/** A hub that was asked to share a group agrees, and is of it from now on, or declines. The lead hub hears of it. */
export const answerAsking = (context: Context, input: AnswerAsking): Promise<void> =>
  transaction(context, async (tx, context) => {
    const asking = await lockedAsking(tx, context, input)
    if (asking.status === input.answer) return
    if (asking.status !== 'asked') throw new Refused(`This was ${askingLabels[asking.status].toLowerCase()} already.`)
    const { groupId, hubId, share, endOn } = asking
    if (input.answer === 'agreed') await addPartner(context, { groupId, hubId, share, endOn })
    await endAsking(tx, asking.id, { status: input.answer, answer: input.word, now: context.now })
    await record(tx, context, {
      name: input.answer === 'agreed' ? 'group.partner-agreed' : 'group.partner-declined',
      subject: { type: 'group', id: groupId },
      also: [asking.leadHubId, hubId].map((id) => ({ type: 'hub', id })),
      particulars: { askingId: asking.id, hubId },
      ...(input.word ? { personal: { reason: input.word } } : {}),
    })
    const letter = partnerAnsweredLetter(
      found(await askingById(tx, asking.id)),
      `${context.config.baseUrl}/groups/${groupId}/partners`,
    )
    await tellStaff(tx, context, { hubId: asking.leadHubId, key: `partner-answered:${asking.id}`, letter })
  })
