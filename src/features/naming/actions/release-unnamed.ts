import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { type Interest, lockWithGroup, mayDecideOnInterest, wantOnlyNamed } from '../../interest/index.ts'
import { changeParticipants, namedOfPlace } from '../../places/index.ts'

/**
 * The hub gives free what was kept for people who were never named: the request is for those who are, and the next in line
 * is offered the room as soon as this is done. Of a place for which nobody is named nothing would be left: the hub takes that back instead.
 */
export const releaseUnnamed = (context: Context, input: { interestId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = await lockWithGroup(tx, input.interestId)
    if (!mayDecideOnInterest(context.actor, interest.hub.id))
      throw new Forbidden('Only staff of the hub give room free')
    if (interest.unnamed === 0) return
    const place = placeOf(interest)
    const people = place
      ? await keepNamed(tx, context, interest, place.id)
      : requireSome(interest, interest.people).length
    await wantOnlyNamed(tx, interest.id)
    await record(tx, context, {
      name: 'interest.names-released',
      subject: { type: 'interest', id: interest.id },
      also: [{ type: 'offer', id: interest.offerId }, ...(place ? [{ type: 'group', id: place.groupId }] : [])],
      particulars: { released: interest.unnamed, people },
    })
  })

const placeOf = ({ status, place }: Interest) => (status === 'offered' || status === 'placed' ? place : null)

const requireSome = <T>({ organisation }: Interest, named: readonly T[]): readonly T[] => {
  if (named.length > 0) return named
  throw new Refused(`Nobody of ${organisation.name} is named. Decline the request, or take its place back.`)
}

// The place is for those alone who are named for it.
const keepNamed = async (tx: Transaction, context: Context, interest: Interest, placeId: string): Promise<number> => {
  const people = requireSome(interest, await namedOfPlace(tx, placeId))
  await changeParticipants(context, { placeId, people, peopleCount: people.length })
  return people.length
}
