import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { findOrCreatePerson, statePost } from '../../people/index.ts'
import { changeParticipants, namedOfPlace, peopleCountOfPlace } from '../../places/index.ts'
import { tellPeopleOfPlace } from '../../sessions/index.ts'
import { insertNamed, setUnnamed } from '../entering-store.ts'
import type { Interest, PersonNamed } from '../expression-of-interest.ts'
import { mayDecideOnInterest, maySpeakForSender } from '../policy.ts'
import { lockWithGroup } from './move-interest.ts'
import { reachVerdictsAgain } from './reach-verdicts.ts'

/**
 * More people are named for a request: by its own side as many as are not named yet, also under its place; by the hub more,
 * while there is no place. Whoever is named already stays. Gives the addresses added.
 */
export const namePeople = (
  context: Context,
  input: { interestId: string; people: readonly PersonNamed[] },
): Promise<readonly string[]> =>
  transaction(context, async (tx, context) => {
    const interest = await lockWithGroup(tx, input.interestId)
    if (!maySpeakForSender(context.actor, interest))
      throw new Forbidden('Only whoever asked, or the hub, names who would come')
    const known = new Set(interest.people.map(({ email }) => email.toLowerCase()))
    const fresh = input.people.filter(({ email }) => !known.has(email.toLowerCase()))
    if (fresh.length === 0) return []
    requireWanted(context, interest, fresh.length)
    const statedBy = mayDecideOnInterest(context.actor, interest.hub.id) ? 'hub' : 'sender'
    const named = []
    for (const person of fresh) {
      const { id: personId } = await findOrCreatePerson(context, { name: person.name, email: person.email })
      const { post, held } = person
      await statePost(context, { personId, organisationId: interest.organisation.id, post, held, statedBy })
      named.push({ ...person, personId })
    }
    const last = Math.max(0, ...interest.people.map(({ position }) => position))
    await insertNamed(tx, interest.id, last + 1, named)
    await setUnnamed(tx, interest.id, Math.max(0, interest.unnamed - fresh.length))
    if (interest.place && hasPlace(interest)) await takePart(tx, context, interest.place, named)
    await reachVerdictsAgain(context, interest.id)
    await record(tx, context, {
      name: 'interest.people-named',
      subject: { type: 'interest', id: interest.id },
      also: [{ type: 'offer', id: interest.offerId }],
      particulars: { people: named.length },
    })
    return fresh.map(({ email }) => email)
  })

/** A request is for those who are named, and nobody else is awaited. Called inside an action's transaction. */
export const wantOnlyNamed = (tx: Transaction, interestId: string) => setUnnamed(tx, interestId, 0)

const hasPlace = ({ status }: Interest): boolean => status === 'offered' || status === 'placed'
const isUndecided = ({ status }: Interest): boolean => ['received', 'confirmed', 'waiting'].includes(status)

const requireWanted = ({ actor }: Context, interest: Interest, more: number): void => {
  if (!hasPlace(interest) && !isUndecided(interest))
    throw new Refused('This request has ended: nobody is named for it.')
  if (more <= interest.unnamed) return
  if (hasPlace(interest) && mayDecideOnInterest(actor, interest.hub.id))
    throw new Refused(`${interest.organisation.name} has a place already: name more people on its group’s page`)
  if (mayDecideOnInterest(actor, interest.hub.id)) return
  throw new Refused(
    interest.unnamed === 0
      ? `Everybody is named already. Ask ${interest.hub.name} if more people would come.`
      : `Only ${interest.unnamed} more can be named here. Ask ${interest.hub.name} if more people would come.`,
  )
}

// The place has room for them: it was given for so many people, named or not.
const takePart = async (
  tx: Transaction,
  context: Context,
  place: NonNullable<Interest['place']>,
  named: readonly (PersonNamed & { readonly personId: string })[],
): Promise<void> => {
  const stay = await namedOfPlace(tx, place.id)
  const stayIds = new Set(stay.map(({ personId }) => personId))
  const come = named.filter(({ personId }) => !stayIds.has(personId))
  const people = [...stay, ...come.map(({ personId, part, post }) => ({ personId, part, post }))]
  await changeParticipants(context, { placeId: place.id, people, peopleCount: await peopleCountOfPlace(tx, place.id) })
  if (place.status === 'held') await tellPeopleOfPlace(context, { groupId: place.groupId, placeId: place.id })
}
