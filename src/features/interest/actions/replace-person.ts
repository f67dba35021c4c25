import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { findOrCreatePerson, statePost } from '../../people/index.ts'
import { replaceNamed } from '../entering-store.ts'
import { type Interest, mayReplacePeople, type PersonNamed } from '../expression-of-interest.ts'
import { maySpeakForSender } from '../policy.ts'
import { lockInterest } from '../store.ts'
import { reachVerdictsAgain } from './reach-verdicts.ts'

type Coming = Pick<PersonNamed, 'name' | 'email' | 'post' | 'held'>

/** Whoever speaks for a request has somebody else come in place of one whom it names, while it has no place yet. */
export const replacePerson = (
  context: Context,
  input: { readonly interestId: string; readonly position: number; readonly person: Coming },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await lockInterest(tx, input.interestId))
    if (!maySpeakForSender(context.actor, interest)) throw new Forbidden('Only whoever asked changes who would come')
    const { person, position } = input
    if (isNamedAt(interest, position, person)) return
    requirePossible(interest, position, person)
    const { id: personId } = await findOrCreatePerson(context, { name: person.name, email: person.email })
    const { post, held } = person
    await statePost(context, { personId, organisationId: interest.organisation.id, post, held, statedBy: 'sender' })
    await replaceNamed(tx, { interestId: interest.id, position, person: { ...person, personId } })
    await reachVerdictsAgain(context, interest.id)
    await record(tx, context, {
      name: 'interest.person-replaced',
      subject: { type: 'interest', id: interest.id },
      also: [
        { type: 'offer', id: interest.offerId },
        { type: 'person', id: personId },
      ],
      particulars: { position },
    })
  })

// Sent twice it is done once.
const isNamedAt = ({ people }: Interest, position: number, { name, email, post }: Coming): boolean =>
  people.some(
    (each) =>
      each.position === position &&
      each.name === name &&
      each.post === post &&
      each.email.toLowerCase() === email.toLowerCase(),
  )

const requirePossible = (interest: Interest, position: number, { email }: Coming): void => {
  if (!mayReplacePeople(interest))
    throw new Refused(
      `Ask ${interest.hub.name} instead: who takes part can be changed here only before a place is offered.`,
    )
  if (!interest.people.some((each) => each.position === position)) throw new Refused('Choose who would not come.')
  const twice = interest.people.some(
    (each) => each.position !== position && each.email.toLowerCase() === email.toLowerCase(),
  )
  if (twice) throw new Refused('Somebody with this email address is named already.')
}
