import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { Json } from '../../../vocabulary/json.ts'
import { type AnswerTerms, answerTermsOf, deadlineFor, latestAnswer, reminderFor } from '../../answer-times/index.ts'
import { type LockedGroup, lockGroup, mayPlaceInGroup } from '../../groups/index.ts'
import {
  endOfDay,
  type Interest,
  interestById,
  lockInterest,
  mayDecideOnInterest,
  moveInterest,
  namesOfInterest,
  peopleWanted,
  requireBecomes,
  tellSender,
} from '../../interest/index.ts'
import { holdPlace, offerPlace, type PlaceInput } from '../../places/index.ts'
import { tellPeopleOfPlace } from '../../sessions/index.ts'
import { placedLetter, placeOfferedLetter } from '../emails/deciding.email.ts'
import { firstSessionOf } from '../line-queries.ts'

type Given = {
  readonly group: { readonly id: string; readonly projectId: string; readonly name: string }
  readonly respondBy: Temporal.Instant | null
  /** How long the hub's schools have to answer: says when to remind. */
  readonly terms?: AnswerTerms
  /** For how many people the place is, when not for all that it names. */
  readonly people?: number
  /** Who decided, for the history: by hand, by placement, by the waiting list. */
  readonly by: string
  readonly proof?: Readonly<Record<string, Json>>
}

// Where a place is for fewer than are named, the lead participant comes first.
const placeInput = (interest: Interest, groupId: string, places: number | null): PlaceInput => {
  const inOrder = interest.people.toSorted((one, other) => Number(other.part === 'lead') - Number(one.part === 'lead'))
  const named = inOrder.flatMap((person) =>
    person.personId === null
      ? []
      : [
          {
            personId: person.personId,
            part: person.part,
            post: person.post,
            accessNeeds: person.part === 'lead' ? interest.accessNeeds : null,
          },
        ],
  )
  const peopleCount = places ?? peopleWanted(interest)
  return {
    groupId,
    organisationId: interest.organisation.id,
    personId: interest.personId,
    people: named
      .filter((person, at) => named.findIndex((other) => other.personId === person.personId) === at)
      .slice(0, peopleCount),
    peopleCount,
    throughHubId: interest.hub.id,
  }
}

/** Gives a locked request its place in a locked group: offered until a deadline, or held at once. Called inside an action's transaction. */
export const placeInterest = async (
  tx: Transaction,
  context: Context,
  interest: Interest,
  given: Given,
): Promise<string> => {
  const status = given.respondBy ? 'offered' : 'placed'
  requireBecomes(interest.status, status)
  if (given.group.projectId !== interest.projectId)
    throw new Refused(`${given.group.name} is a group of another project.`)
  const input = placeInput(interest, given.group.id, given.people ?? null)
  const placeId = given.respondBy
    ? await offerPlace(context, { ...input, respondBy: given.respondBy })
    : await holdPlace(context, input)
  const remindAt = given.respondBy && given.terms ? reminderFor(given.terms, context.now, given.respondBy) : null
  await moveInterest(tx, context, interest, { to: status, placeId, reason: null, remindAt })
  await record(tx, context, {
    name: given.respondBy ? 'interest.place-offered' : 'interest.placed',
    subject: { type: 'interest', id: interest.id },
    also: [
      { type: 'offer', id: interest.offerId },
      { type: 'group', id: given.group.id },
      { type: 'place', id: placeId },
    ],
    particulars: {
      groupId: given.group.id,
      placeId,
      people: input.peopleCount,
      by: given.by,
      respondBy: given.respondBy?.toString() ?? null,
      ...given.proof,
    },
  })
  const told = found(await interestById(tx, interest.id))
  if (given.respondBy) await tellOffered(tx, context, told, placeId)
  else await tellPlaced(tx, context, told, placeId)
  if (given.respondBy === null) await tellPeopleOfPlace(context, { groupId: given.group.id, placeId })
  return placeId
}

const tellOffered = async (tx: Transaction, context: Context, interest: Interest, placeId: string): Promise<void> => {
  const naming = await namesOfInterest(tx, interest.id)
  const draw = (one: Interest, url: string) => placeOfferedLetter(one, url, naming)
  await tellSender({ tx, context, interest }, draw, `offered:${placeId}`, 'place')
}

/** Tells who asked that they have their place, and by when people are to be named who are not yet. */
export const tellPlaced = async (
  tx: Transaction,
  context: Context,
  interest: Interest,
  placeId: string,
): Promise<void> => {
  const naming = await namesOfInterest(tx, interest.id)
  const draw = (one: Interest, url: string) => placedLetter(one, url, naming)
  await tellSender({ tx, context, interest }, draw, `placed:${placeId}`)
}

// To everybody but the staff of its hubs there is no such group (domain rule 9): not even its name is told.
const requireGroupOf = ({ actor }: Context, group: LockedGroup): LockedGroup =>
  found(mayPlaceInGroup(actor, group) ? group : null)

// By hand a place is offered even where the rule leaves too little time: then to the end of the day, since the hub has settled that.
// Nobody answers after the group has begun to meet: a longer time ends when its first session begins.
const deadlineByHand = async (
  tx: Transaction,
  { now, today }: Context,
  asked: { readonly group: LockedGroup; readonly terms: AnswerTerms; readonly until: Temporal.Instant | undefined },
): Promise<Temporal.Instant> => {
  const firstSession = await firstSessionOf(tx, asked.group.id)
  const until = asked.until ?? deadlineFor(asked.terms, now, firstSession)?.by ?? endOfDay(today)
  return latestAnswer(until, now, firstSession)
}

/** Offers a place in a group to who asked, until a deadline: by the hub's rule for answers unless another is given, and never past the start of the first session. */
export const offerPlaceTo = (
  context: Context,
  input: { interestId: string; groupId: string; respondBy?: Temporal.Instant; by?: 'hand' | 'placement' },
): Promise<{ placeId: string }> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    const interest = await lockInterest(tx, input.interestId)
    if (!mayDecideOnInterest(context.actor, interest.hub.id)) throw new Forbidden('Only staff of the hub decide')
    requireGroupOf(context, group)
    const terms = await answerTermsOf(tx, interest.hub.id)
    const respondBy = await deadlineByHand(tx, context, { group, terms, until: input.respondBy })
    return { placeId: await placeInterest(tx, context, interest, { group, respondBy, terms, by: input.by ?? 'hand' }) }
  })

/** Gives who asked a place in a group at once: the hub has settled it with them, and nothing is left to answer. */
export const holdPlaceFor = (
  context: Context,
  input: { interestId: string; groupId: string; by?: 'hand' | 'placement' },
): Promise<{ placeId: string }> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    const interest = await lockInterest(tx, input.interestId)
    if (!mayDecideOnInterest(context.actor, interest.hub.id)) throw new Forbidden('Only staff of the hub decide')
    requireGroupOf(context, group)
    return { placeId: await placeInterest(tx, context, interest, { group, respondBy: null, by: input.by ?? 'hand' }) }
  })
