import type { Actor } from '../../vocabulary/actor.ts'
import { leadsGroup, organisationIdsOf, personIdOf } from '../people/index.ts'
import { mayChangePlace } from '../places/index.ts'
import type { As } from './who-comes.ts'

type Group = Parameters<typeof mayChangePlace>[1]
type Member = {
  readonly participantId: string
  readonly personId: string
  readonly part: string
  readonly placeId: string
  readonly organisationId: string
  readonly hubIds: readonly string[]
}

const isSelf = (actor: Actor, member: Member): boolean =>
  actor.kind === 'link'
    ? actor.purpose === 'cancel' && actor.subjectId === member.participantId
    : personIdOf(actor) === member.personId

const speaksForPlace = (actor: Actor, { placeId }: Member, members: readonly Member[]): boolean =>
  members.some((each) => each.placeId === placeId && each.part === 'lead' && isSelf(actor, each))

/** As what somebody states whether a person comes to a session: hub, lead, school or that person; null when it is not theirs to state. */
export const statesAs = (actor: Actor, group: Group, member: Member, members: readonly Member[]): As | null => {
  if (mayChangePlace(actor, group, member)) return 'hub'
  if (leadsGroup(actor, group.id)) return 'lead'
  if (organisationIdsOf(actor).includes(member.organisationId) || speaksForPlace(actor, member, members))
    return 'school'
  return isSelf(actor, member) ? 'person' : null
}

/** The group's hub and leads state who comes to a session, a partner hub for its own schools, a school for its people, people for themselves. */
export const mayStateWhoComes = (actor: Actor, group: Group, member: Member, members: readonly Member[]): boolean =>
  statesAs(actor, group, member, members) !== null
