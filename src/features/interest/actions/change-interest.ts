import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { findOrCreatePerson, statePost } from '../../people/index.ts'
import { changesBetween, isStillChanged } from '../changes.ts'
import { answersChangedLetter } from '../emails/asking.email.ts'
import { tellHub } from '../emails/tell.ts'
import { clearSaid, insertNamed, removeNamed, updateAsked, writeSaid } from '../entering-store.ts'
import { type Asked, askedOf, type Interest } from '../expression-of-interest.ts'
import { maySpeakForSender } from '../policy.ts'
import { interestById } from '../queries.ts'
import { lockInterest } from '../store.ts'
import { reachVerdictsAgain } from './reach-verdicts.ts'
import { requireAsManyPeople, requireOpen } from './send-interest.ts'

/**
 * Whoever asked changes what they asked for while the window is open and no place is offered. Its verdicts are reached
 * anew, as far as nobody overruled them, and the hub sees what changed.
 */
export const changeInterest = (context: Context, input: { interestId: string; asked: Asked }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await lockInterest(tx, input.interestId))
    if (!maySpeakForSender(context.actor, interest)) throw new Forbidden('Only whoever asked changes the answers')
    const offer = await requireOpen(tx, context, interest.offerId)
    const asked = askedOf(input.asked, offer)
    if (!isStillChanged(interest))
      throw new Refused(`Ask ${interest.hub.name} instead: answers can be changed here only before a place is offered.`)
    const changed = changesBetween(interest, asked)
    if (changed.length === 0) return
    if (changed.includes('people')) {
      requireAsManyPeople(offer.project, asked)
      await nameAnew(tx, context, interest, asked)
    }
    await updateAsked(tx, interest.id, asked)
    await clearSaid(tx, interest.id)
    await writeSaid(tx, interest.id, asked)
    const after = found(await interestById(tx, interest.id))
    await reachVerdictsAgain(context, interest.id)
    await record(tx, context, {
      name: 'interest.answers-changed',
      subject: { type: 'interest', id: interest.id },
      also: [{ type: 'offer', id: interest.offerId }],
      particulars: { changed: [...changed] },
    })
    const draw = (one: Interest, url: string) => answersChangedLetter(one, url, changed)
    await tellHub({ tx, context, interest: after }, draw, `changed:${context.now}`)
  })

const nameAnew = async (tx: Transaction, context: Context, interest: Interest, { people }: Asked): Promise<void> => {
  const named = []
  for (const person of people) {
    const { id: personId } = await findOrCreatePerson(context, { name: person.name, email: person.email })
    const { post, held } = person
    await statePost(context, { personId, organisationId: interest.organisation.id, post, held, statedBy: 'sender' })
    named.push({ ...person, personId })
  }
  await removeNamed(tx, interest.id)
  if (named.length > 0) await insertNamed(tx, interest.id, 1, named)
}
