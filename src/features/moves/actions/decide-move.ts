import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { type LockedGroup, lockGroup } from '../../groups/index.ts'
import { findOrCreatePerson, personIdOf, statePost } from '../../people/index.ts'
import { changeParticipants, endPlace, holdPlace, takePlaceAlong } from '../../places/index.ts'
import { tellPeopleOfPlace } from '../../sessions/index.ts'
import { choicesFor, type Decision, type Participation } from '../move.ts'
import { mayDecideOnMove } from '../policy.ts'
import { groupOfParticipant, moveForHub, type Named, namedFor, participationsToDecide } from '../queries.ts'
import { insertDecision, lockMove } from '../store.ts'
import { type MoveOfHub, tellOfDecision } from './tell-of-decision.ts'

export type MoveDecision = {
  readonly moveId: string
  readonly participantId: string
  readonly decision: Decision
  /** Who follows when the place stays with the school. */
  readonly successor?: { readonly name: string; readonly email: string } | null
  /** Whether the old school gives its place up when the person goes on for the new one. */
  readonly givesUp?: boolean
}

type Deciding = {
  readonly tx: Transaction
  readonly context: Context
  readonly group: LockedGroup
  readonly move: MoveOfHub
  readonly participation: Participation
  readonly input: MoveDecision
}
type Outcome = { readonly placeId: string; readonly successorId: string | null }

/**
 * A hub decides what becomes of a place when somebody has left the school it is for: it stays with the school, the person
 * goes on for the new one, or it ends. Room is asked of the group, and nobody has two places (domain rules 1 and 2).
 */
export const decideMove = (context: Context, input: MoveDecision): Promise<void> =>
  transaction(context, async (tx, context) => {
    found(await lockMove(tx, input.moveId))
    const deciding = await decidingOn(tx, context, input)
    const { move, participation } = deciding
    const choice = choicesFor(move, participation).find(({ decision }) => decision === input.decision)
    if (!choice) throw new Refused('This cannot be decided so.')
    if (choice.refusal) throw new Refused(choice.refusal)
    const outcome = await carryOut[input.decision](deciding)
    const by = personIdOf(context.actor)
    const { participantId, decision } = input
    await insertDecision(tx, { moveId: move.id, participantId, decision, ...outcome, by, now: context.now })
    await record(tx, context, {
      name: 'move.decided',
      subject: { type: 'person', id: move.personId },
      also: [
        { type: 'hub', id: deciding.group.hubId },
        { type: 'group', id: participation.groupId },
        { type: 'place', id: participation.placeId },
      ],
      particulars: { moveId: move.id, decision, placeId: outcome.placeId, successorId: outcome.successorId },
    })
    await tellOfDecision(tx, context, { move, participation, decision, placeId: outcome.placeId })
  })

const decidingOn = async (tx: Transaction, context: Context, input: MoveDecision): Promise<Deciding> => {
  const groupId = await groupOfParticipant(tx, input.participantId)
  const group = await lockGroup(tx, found(groupId))
  if (!mayDecideOnMove(context.actor, group)) throw new NotFound('Not a group of this hub')
  const { hubId } = group
  const move = found(await moveForHub(tx, hubId, input.moveId))
  const open = await participationsToDecide(tx, { hubId, moveId: move.id, today: context.today })
  const participation = open.find(({ participantId }) => participantId === input.participantId)
  if (!participation) throw new Refused('This has been decided already.')
  return { tx, context, group, move: { ...move, hubId }, participation, input }
}

// The person leaves the place; whoever else is named for it stays, with what they need.
const leavePlaceTo = async (
  { tx, context, participation, move }: Deciding,
  added: Parameters<typeof changeParticipants>[1]['added'] = [],
): Promise<void> => {
  const named = await namedFor(tx, participation.placeId)
  const people = named.filter(({ personId }) => personId !== move.personId)
  const { placeId, peopleCount } = participation
  await changeParticipants(context, { placeId, people, added, peopleCount, why: 'Has left the organisation' })
}

const stays = async (deciding: Deciding): Promise<Outcome> => {
  const { tx, context, participation, move, input } = deciding
  const { placeId, groupId } = participation
  const own = (await namedFor(tx, placeId)).find(({ personId }) => personId === move.personId)
  if (!input.successor) {
    await leavePlaceTo(deciding)
    return { placeId, successorId: null }
  }
  const { id: personId } = await findOrCreatePerson(context, input.successor)
  if (personId === move.personId) throw new Refused('Name somebody else: this is the person who has left.')
  const post = own?.post ?? 'other'
  await statePost(context, { personId, organisationId: move.fromId, post, held: true, statedBy: 'hub' })
  await leavePlaceTo(deciding, [
    { ...input.successor, part: own?.part ?? 'other', post: own?.post ?? null, accessNeeds: null },
  ])
  await tellPeopleOfPlace(context, { groupId, placeId })
  return { placeId, successorId: personId }
}

const ends = async ({ context, participation }: Deciding): Promise<Outcome> => {
  await endPlace(context, participation.placeId, 'Whoever took part has left the school.')
  return { placeId: participation.placeId, successorId: null }
}

const moves = async (deciding: Deciding): Promise<Outcome> => {
  const { tx, context, group, participation, move, input } = deciding
  const organisationId = found(move.toId)
  if (participation.unit === 'person') {
    await takePlaceAlong(context, { placeId: participation.placeId, organisationId })
    return { placeId: participation.placeId, successorId: null }
  }
  const own = found((await namedFor(tx, participation.placeId)).find(({ personId }) => personId === move.personId))
  if (input.givesUp && participation.others === 0) await ends(deciding)
  else await leavePlaceTo(deciding)
  const person = { personId: move.personId, post: own.post, accessNeeds: own.accessNeeds, needs: own.needs }
  const { target } = participation
  if (!target) {
    const people = [{ ...person, part: 'lead' as const }]
    const placeId = await holdPlace(context, { groupId: group.id, organisationId, people, peopleCount: 1 })
    await tellPeopleOfPlace(context, { groupId: group.id, placeId })
    return { placeId, successorId: null }
  }
  await joinPlace(deciding, target, person)
  return { placeId: target.placeId, successorId: null }
}

const joinPlace = async (
  { tx, context }: Deciding,
  target: NonNullable<Participation['target']>,
  person: Pick<Named, 'personId' | 'post' | 'accessNeeds' | 'needs'>,
): Promise<void> => {
  const named = await namedFor(tx, target.placeId)
  const part = named.some((each) => each.part === 'lead') ? ('other' as const) : ('lead' as const)
  try {
    await changeParticipants(context, { placeId: target.placeId, people: [...named, { ...person, part }] })
  } catch (problem) {
    if (problem instanceof Forbidden)
      throw new Refused(`The place in ${target.group} is another hub’s: ask it to name this person.`)
    throw problem
  }
  await tellPeopleOfPlace(context, { groupId: target.groupId, placeId: target.placeId })
}

const carryOut: Readonly<Record<Decision, (deciding: Deciding) => Promise<Outcome>>> = { stays, moves, ends }
