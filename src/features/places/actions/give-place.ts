import { type Context, transaction } from '../../../platform/context.ts'
import { refusedBy, type Transaction } from '../../../platform/database/index.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import {
  heldBackPeopleRefusal,
  type LockedGroup,
  lockGroup,
  peopleRefusal,
  roomRefusal,
  shareRefusal,
  takesPlaces,
  unitsInWords,
} from '../../groups/index.ts'
import { isAtHub } from '../../people/index.ts'
import { isPastDeadline, type NamedPerson, namedRefusal } from '../place.ts'
import { mayGivePlace } from '../policy.ts'
import { livePlace, takingPartElsewhere } from '../queries.ts'
import { insertParticipants, insertPlace } from '../store.ts'

export type PlaceInput = {
  readonly groupId: string
  readonly organisationId: string
  readonly personId?: string | null
  readonly people: readonly NamedPerson[]
  readonly peopleCount: number
  /** The hub through which it was asked for: a place counts against the share of that hub (domain, S10). */
  readonly throughHubId?: string | null
}

/** Offers a place in a group until a deadline; it uses room from now on (domain rules 1 and 2). */
export const offerPlace = (
  context: Context,
  input: PlaceInput & { readonly respondBy: Temporal.Instant },
): Promise<string> => {
  if (isPastDeadline(input.respondBy, context.now)) throw new Refused('The deadline to answer is in the past.')
  return givePlace(context, input, input.respondBy)
}

/** Gives a place that needs no answer: the hub has settled it with the school. */
export const holdPlace = (context: Context, input: PlaceInput): Promise<string> => givePlace(context, input, null)

const givePlace = (context: Context, input: PlaceInput, respondBy: Temporal.Instant | null): Promise<string> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    if (!mayGivePlace(context.actor, group)) throw new Forbidden('Only staff of the group’s hubs give places')
    const hubId = hubGiving(context, group, input.throughHubId ?? null)
    await requireRoom(tx, group, input, hubId)
    const status = respondBy ? 'offered' : 'held'
    const unit = { organisationId: input.organisationId, personId: input.personId ?? null }
    const id = await orRefused(group, () =>
      insertPlace(tx, {
        ...unit,
        groupId: group.id,
        projectId: group.projectId,
        peopleCount: input.peopleCount,
        partnerHubId: hubId === group.hubId ? null : hubId,
        status,
        respondBy,
        now: context.now,
      }),
    )
    if (id === null) throw new Refused(await alreadyPlaced(tx, group, unit))
    await insertParticipants(tx, id, input.people, { status: respondBy ? 'named' : 'taking_part', from: context.today })
    await record(tx, context, {
      name: `place.${status}`,
      subject: { type: 'place', id },
      also: [
        { type: 'group', id: group.id },
        { type: 'organisation', id: input.organisationId },
      ],
      particulars: {
        groupId: group.id,
        organisationId: input.organisationId,
        people: input.peopleCount,
        hubId,
        respondBy: respondBy?.toString() ?? null,
      },
    })
    return id
  })

// A place is out of the share of the hub through which it was asked for; one that nobody asked for, of the hub that gives it.
const hubGiving = ({ actor }: Context, group: LockedGroup, through: string | null): string => {
  if (through !== null) return group.partnerHubIds.includes(through) ? through : group.hubId
  const atLead = actor.kind === 'system' || isAtHub(actor, group.hubId)
  return atLead ? group.hubId : (group.partnerHubIds.find((hubId) => isAtHub(actor, hubId)) ?? group.hubId)
}

const requireRoom = async (tx: Transaction, group: LockedGroup, input: PlaceInput, hubId: string): Promise<void> => {
  if (!takesPlaces(group.status)) throw new Refused(`${group.name} is ${group.status}: no more places are given.`)
  const isForOne = group.unit === 'person'
  if (isForOne !== Boolean(input.personId))
    throw new Refused(
      isForOne
        ? 'This project takes people one by one: say who the place is for.'
        : 'This project takes schools, not single people.',
    )
  const refusal =
    namedRefusal(input.people, input.peopleCount) ??
    roomRefusal(group, group, input.peopleCount) ??
    shareRefusal(group.shared, group, hubId) ??
    heldBackPeopleRefusal(group.shared, input.peopleCount)
  if (refusal) throw new Refused(refusal)
  await requireNotElsewhere(tx, group.id, input.people, null)
}

/** Nobody takes part twice in one group. */
export const requireNotElsewhere = async (
  tx: Transaction,
  groupId: string,
  people: readonly NamedPerson[],
  placeId: string | null,
): Promise<void> => {
  const [twice] = await takingPartElsewhere(
    tx,
    groupId,
    people.map((person) => person.personId),
    placeId,
  )
  if (twice) throw new Refused(`${twice.name} takes part in this group already, for ${twice.organisation}.`)
}

const alreadyPlaced = async (
  tx: Transaction,
  group: LockedGroup,
  unit: { organisationId: string; personId: string | null },
): Promise<string> => {
  const { one } = unitsInWords(group)
  const live = await livePlace(tx, group.projectId, unit)
  const where = live
    ? `${live.status === 'offered' ? 'has been offered a place' : 'has a place'} in ${live.groupName}`
    : 'has a place'
  return `This ${one} ${where} already: at most one place in a project and year.`
}

const sentenceOf = (constraint: string | null, group: LockedGroup): string | null => {
  if (constraint === 'groups_never_hold_more_organisations_than_room')
    return roomRefusal({ ...group, organisationsTaken: group.organisationsRoom }, group, 1)
  if (constraint === 'groups_never_hold_more_people_than_room')
    return peopleRefusal({ ...group, peopleTaken: group.peopleRoom }, 1)
  return null
}

/** The database is the last guard of room: what it refuses is said in words. */
export const orRefused = async <T>(group: LockedGroup, write: () => Promise<T>): Promise<T> => {
  try {
    return await write()
  } catch (problem) {
    const sentence = sentenceOf(refusedBy(problem), group)
    throw sentence ? new Refused(sentence) : problem
  }
}
