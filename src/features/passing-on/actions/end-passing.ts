import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { daysALinkLasts, interestById, mayDecideOnInterest } from '../../interest/index.ts'
import { personIdOf } from '../../people/index.ts'
import { sentBackLetter } from '../emails/passing.email.ts'
import { daysToAgree, isOpenPassing } from '../passing.ts'
import { passingById, passingOfInterest, passingsUnanswered } from '../queries.ts'
import { lockPassing, settlePassing } from '../store.ts'
import { tellAsking } from './answer-passing.ts'
import { takeBackQuestion } from './ask-school.ts'

/** The other hub cannot take a request, and says why to the school and to the hub that asked: it stays where it was. */
export const sendBackPassing = (context: Context, input: { passingId: string; reason: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    await lockPassing(tx, input.passingId)
    const passing = found(await passingById(tx, input.passingId))
    if (!mayDecideOnInterest(context.actor, passing.offer.hubId)) throw new Forbidden('Only staff of that hub answer')
    if (passing.status === 'sent_back') return
    if (passing.status !== 'agreed')
      throw new Refused('This is not before you any more: it was taken back, or settled.')
    const reason = input.reason.trim()
    if (reason === '') throw new Refused('Say why: the school and the other hub read it.')
    const by = personIdOf(context.actor)
    await settlePassing(tx, passing.id, { status: 'sent_back', by, word: reason, now: context.now })
    const interest = found(await interestById(tx, passing.interestId))
    await record(tx, context, {
      name: 'interest.sent-back',
      subject: { type: 'interest', id: interest.id },
      particulars: { byHubId: passing.offer.hubId },
      personal: { reason },
    })
    const url = `${context.config.baseUrl}/status/${linkToken(context.config, 'status', interest.id, daysALinkLasts)}`
    await post(
      tx,
      context,
      { address: interest.sender.email, personId: interest.sender.personId },
      sentBackLetter(interest, passing, { reason, url }),
      `passing:${passing.id}:sent-back`,
    )
    await tellAsking(tx, context, interest, found(await passingById(tx, passing.id)))
  })

/** The hub that asked keeps the request after all: while nobody has taken it. */
export const withdrawPassing = (context: Context, passingId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    await lockPassing(tx, passingId)
    const passing = found(await passingById(tx, passingId))
    const interest = found(await interestById(tx, passing.interestId))
    if (!mayDecideOnInterest(context.actor, interest.hub.id)) throw new Forbidden('Only staff of the hub that asked')
    if (passing.status === 'withdrawn') return
    if (!isOpenPassing(passing)) throw new Refused('This has been settled already.')
    await takeBackQuestion(tx, context, passing)
    await settlePassing(tx, passing.id, { status: 'withdrawn', by: personIdOf(context.actor), now: context.now })
    await record(tx, context, { name: 'interest.passing-ended', subject: { type: 'interest', id: interest.id } })
  })

/** A school that has just been asked, and not answered, is asked no more: its request stays where it is. */
export const askNoMore = (context: Context, interestId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const passing = await passingOfInterest(tx, interestId)
    if (passing?.status !== 'asked') throw new Refused('It has been answered, or taken back, since.')
    await withdrawPassing(context, passing.id)
  })

/** Schools that have not answered within two weeks have not agreed. */
export const lapsePassings = async (context: Context): Promise<void> => {
  const before = context.now.subtract({ hours: 24 * daysToAgree })
  for (const id of await passingsUnanswered(context.db, before))
    await transaction(context, async (tx, context) => {
      await lockPassing(tx, id)
      const passing = await passingById(tx, id)
      if (passing?.status !== 'asked') return
      await settlePassing(tx, id, { status: 'lapsed', by: null, now: context.now })
      await record(tx, context, {
        name: 'interest.passing-ended',
        subject: { type: 'interest', id: passing.interestId },
      })
    })
}
