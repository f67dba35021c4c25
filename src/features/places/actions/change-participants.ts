import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { freeRoom, heldBackPeopleRefusal, type LockedGroup, peopleRefusal } from '../../groups/index.ts'
import { findOrCreatePerson } from '../../people/index.ts'
import { type NamedPerson, type NewPerson, namedRefusal, samePeopleRefusal, successorRefusal } from '../place.ts'
import { mayAnswerForPlace, mayChangePlace } from '../policy.ts'
import { keepsSamePeople, markOfPeople, neverNamed, participantsOfPlace } from '../queries.ts'
import { endParticipants, insertParticipants, type LockedPlace, setParticipant, setPeopleCount } from '../store.ts'
import { orRefused, requireNotElsewhere } from './give-place.ts'
import { lockedWithGroup } from './move-place.ts'

/**
 * Says who takes part under a place from now on: who stays, who comes and who has left; room for more people is asked of the group,
 * and room that is not wanted any more goes to those who wait.
 * `mark` is that of the people the form was opened with: what somebody else changed meanwhile is not overwritten.
 */
export const changeParticipants = (
  context: Context,
  input: {
    placeId: string
    people: readonly NamedPerson[]
    added?: readonly NewPerson[]
    peopleCount?: number
    mark?: string
    /** Why somebody no longer comes: wanted where a project keeps the same people all year. */
    why?: string
  },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { group, place } = await lockedWithGroup(tx, input.placeId, context.today)
    if (!mayAnswerForPlace(context.actor, group, place))
      throw new Forbidden('Only the school or its hub names who takes part')
    await requireUnchanged(tx, place.id, input.mark)
    const people = [...input.people, ...(await madeKnown(context, input.added ?? []))]
    const peopleCount = input.peopleCount ?? Math.max(place.peopleCount, people.length)
    requireFits(group, place, people, peopleCount)
    await requireNotElsewhere(tx, group.id, people, place.id)
    // Only the hub agrees: what a school says is its reason to ask.
    if (!input.why || !mayChangePlace(context.actor, group, place))
      await requireSamePeople(tx, place, people, peopleCount)
    if (peopleCount !== place.peopleCount) await orRefused(group, () => setPeopleCount(tx, place.id, peopleCount))
    if (peopleCount < place.peopleCount)
      await freeRoom(tx, group.id, { organisations: 0, people: place.peopleCount - peopleCount })
    const { before, ...changed } = await save(tx, context, place, people)
    await record(tx, context, {
      name: 'participants.changed',
      subject: { type: 'place', id: place.id },
      also: [
        { type: 'group', id: group.id },
        { type: 'organisation', id: place.organisationId },
      ],
      particulars: { ...changed, people: peopleCount },
      ...personalOf(before, input.why),
    })
  })

const requireFits = (
  group: LockedGroup,
  place: LockedPlace,
  people: readonly NamedPerson[],
  peopleCount: number,
): void => {
  const refusal =
    standsAgainst(place, people) ??
    namedRefusal(people, peopleCount) ??
    peopleRefusal(group, peopleCount - place.peopleCount) ??
    heldBackPeopleRefusal(group.shared, peopleCount - place.peopleCount)
  if (refusal) throw new Refused(refusal)
}

// The hub agrees, with its reason, where a project is for the same people all year and somebody would leave or follow.
const requireSamePeople = async (
  tx: Transaction,
  place: LockedPlace,
  people: readonly NamedPerson[],
  peopleCount: number,
): Promise<void> => {
  if (place.status !== 'held' || !(await keepsSamePeople(tx, place.groupId))) return
  const before = new Set((await participantsOfPlace(tx, place.id)).map(({ personId }) => personId))
  const named = new Set(people.map(({ personId }) => personId))
  if ([...before].some((personId) => !named.has(personId))) throw new Refused(samePeopleRefusal)
  const come = [...named].filter((personId) => !before.has(personId)).length
  if (come > 0 && come > (await neverNamed(tx, place.id, peopleCount))) throw new Refused(successorRefusal)
}

const requireUnchanged = async (tx: Transaction, placeId: string, mark: string | undefined): Promise<void> => {
  if (mark !== undefined && mark !== (await markOfPeople(tx, placeId)))
    throw new Conflict('Somebody has changed these people since you opened the page. Compare, then save again.')
}

const personalOf = (before: Changed['before'], why: string | undefined) =>
  before.length > 0 || why ? { personal: { before, ...(why ? { why } : {}) } } : {}

type Changed = {
  readonly came: string[]
  readonly left: string[]
  readonly changed: string[]
  /** What was said before of those about whom it changed. */
  readonly before: { personId: string; part: string; post: string | null; accessNeeds: string | null }[]
}

const isOtherwise = (was: Changed['before'][number], now: NamedPerson): boolean =>
  was.part !== now.part || was.post !== now.post || was.accessNeeds !== (now.accessNeeds?.trim() || null)

const save = async (
  tx: Transaction,
  context: Context,
  place: LockedPlace,
  people: readonly NamedPerson[],
): Promise<Changed> => {
  const before = await participantsOfPlace(tx, place.id)
  const stays = new Map(before.map((participant) => [participant.personId, participant]))
  const named = new Set(people.map((person) => person.personId))
  const gone = before.filter((participant) => !named.has(participant.personId))
  const come = people.filter((person) => !stays.has(person.personId))
  await endParticipants(
    tx,
    gone.map((participant) => participant.id),
    context.today,
  )
  const changed: Changed['before'] = []
  for (const person of people) {
    const was = stays.get(person.personId)
    if (!was || !isOtherwise(was, person)) continue
    await setParticipant(tx, was.id, person)
    changed.push({ personId: was.personId, part: was.part, post: was.post, accessNeeds: was.accessNeeds })
  }
  await insertParticipants(tx, place.id, come, {
    status: place.status === 'held' ? 'taking_part' : 'named',
    from: context.today,
  })
  return {
    came: come.map((person) => person.personId),
    left: gone.map((participant) => participant.personId),
    changed: changed.map((person) => person.personId),
    before: changed,
  }
}

/** What about the place itself stands against its people being changed so, or null. */
const standsAgainst = (place: LockedPlace, people: readonly NamedPerson[]): string | null => {
  if (place.status !== 'offered' && place.status !== 'held') return 'This place is over: its people are not changed.'
  const isForAnother = place.personId !== null && people.some((person) => person.personId !== place.personId)
  return isForAnother ? 'This place is for one person: somebody else needs a place of their own.' : null
}

const madeKnown = async (context: Context, added: readonly NewPerson[]): Promise<readonly NamedPerson[]> => {
  const people: NamedPerson[] = []
  for (const { name, email, ...rest } of added)
    people.push({ ...rest, personId: (await findOrCreatePerson(context, { name, email })).id })
  return people
}
