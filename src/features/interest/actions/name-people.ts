import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { findOrCreatePerson, statePost } from '../../people/index.ts'
import { insertNamed } from '../entering-store.ts'
import type { PersonNamed } from '../expression-of-interest.ts'
import { mayDecideOnInterest } from '../policy.ts'
import { lockInterest } from '../store.ts'
import { reachVerdictsAgain } from './reach-verdicts.ts'

/** The hub names more people for a request that has no place yet; whoever is named already stays. Gives the addresses added. */
export const namePeople = (
  context: Context,
  input: { interestId: string; people: readonly PersonNamed[] },
): Promise<readonly string[]> =>
  transaction(context, async (tx, context) => {
    const interest = found(await lockInterest(tx, input.interestId))
    if (!mayDecideOnInterest(context.actor, interest.hub.id))
      throw new Forbidden('Only staff of the hub name people for somebody else')
    const known = new Set(interest.people.map(({ email }) => email.toLowerCase()))
    const fresh = input.people.filter(({ email }) => !known.has(email.toLowerCase()))
    if (fresh.length === 0) return []
    if (!['received', 'confirmed', 'waiting'].includes(interest.status))
      throw new Refused(`${interest.organisation.name} has a place already: name more people on its group’s page`)
    const named = []
    for (const person of fresh) {
      const { id: personId } = await findOrCreatePerson(context, { name: person.name, email: person.email })
      const { post, held } = person
      await statePost(context, { personId, organisationId: interest.organisation.id, post, held, statedBy: 'hub' })
      named.push({ ...person, personId })
    }
    const last = Math.max(0, ...interest.people.map(({ position }) => position))
    await insertNamed(tx, interest.id, last + 1, named)
    await reachVerdictsAgain(context, interest.id)
    await record(tx, context, {
      name: 'interest.people-named',
      subject: { type: 'interest', id: interest.id },
      also: [{ type: 'offer', id: interest.offerId }],
      particulars: { people: named.length },
    })
    return fresh.map(({ email }) => email)
  })
