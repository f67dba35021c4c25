import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { type Interest, interestById, liveInterest, mayDecideOnInterest, takeBackMail } from '../../interest/index.ts'
import { offerById } from '../../offers/index.ts'
import { personIdOf } from '../../people/index.ts'
import { askToAgreeLetter } from '../emails/passing.email.ts'
import { daysToAgree, isPassableNow, type Passing } from '../passing.ts'
import { passingById } from '../queries.ts'
import { insertPassing } from '../store.ts'

/** Asks a school whether its request may go to another hub's offer of the same project; nothing of it goes before it has agreed. */
export const askToPassOn = (
  context: Context,
  input: { interestId: string; toOfferId: string; word: string },
): Promise<{ passingId: string }> =>
  transaction(context, async (tx, context) => {
    const interest = found(await interestById(tx, input.interestId))
    if (!mayDecideOnInterest(context.actor, interest.hub.id)) throw new Forbidden('Only staff of the hub pass it on')
    requirePassable(interest)
    const word = input.word.trim()
    if (word === '') throw new Refused('Say why: the school reads it, and the other hub.')
    const offer = found(await offerById(tx, input.toOfferId))
    if (offer.status !== 'published' || offer.project.id !== interest.projectId || offer.hub.id === interest.hub.id)
      throw new Refused('Choose an offer of the same project at another hub.')
    const { organisation, personId } = interest
    if (await liveInterest(tx, { offerId: offer.id, organisationId: organisation.id, personId }))
      throw new Refused('This cannot be passed on there: the school is in touch with that hub already.')
    const by = personIdOf(context.actor)
    const id = await insertPassing(tx, { interestId: interest.id, toOfferId: offer.id, word, by, now: context.now })
    if (id === null) throw new Refused('The school is being asked already: wait for its answer, or take that back.')
    await record(tx, context, {
      name: 'interest.passing-suggested',
      subject: { type: 'interest', id: interest.id },
      particulars: { toHubId: offer.hub.id, toOfferId: offer.id },
      personal: { word },
    })
    const url = `${context.config.baseUrl}/passing-on/${linkToken(context.config, 'passing-on', id, daysToAgree + 1)}`
    const until = context.today.add({ days: daysToAgree })
    await post(
      tx,
      context,
      { address: interest.sender.email, personId: interest.sender.personId },
      askToAgreeLetter(interest, found(await passingById(tx, id)), { url, until }),
      keyOfQuestion(id),
    )
    return { passingId: id }
  })

const keyOfQuestion = (passingId: string): string => `passing:${passingId}:asked`

/** The question need not be put any more: mail that still waits with it is taken back. */
export const takeBackQuestion = (tx: Transaction, context: Context, passing: Pick<Passing, 'id' | 'interestId'>) =>
  takeBackMail(tx, context, passing.interestId, (key) => key === keyOfQuestion(passing.id))

export const requirePassable = (interest: Interest): void => {
  if (!isPassableNow(interest))
    throw new Refused('Only a request that waits for your decision, or for a place, can be passed on.')
}
