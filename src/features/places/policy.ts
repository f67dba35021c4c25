import type { Actor } from '../../vocabulary/actor.ts'
import { mayPlaceInGroup, mayRunGroup } from '../groups/index.ts'
import { isAtHub, leadsGroup, organisationIdsOf, personIdOf } from '../people/index.ts'

type Group = Parameters<typeof mayPlaceInGroup>[1]
type Unit = {
  readonly organisationId: string
  readonly personId: string | null
  readonly hubIds: readonly string[]
  readonly interestIds: readonly string[]
}

/** Staff of the group's hubs give places. */
export const mayGivePlace = (actor: Actor, group: Group): boolean => mayPlaceInGroup(actor, group)

const answeringLinks: readonly string[] = ['status', 'place']

/** The group's hub changes any place in it, a partner hub those of its own organisations (domain rule 10). */
export const mayChangePlace = (actor: Actor, group: Group, place: Pick<Unit, 'hubIds'>): boolean =>
  mayRunGroup(actor, group) ||
  group.partnerHubIds.some((hubId) => place.hubIds.includes(hubId) && isAtHub(actor, hubId))

/**
 * The organisation's lead, the person a place is for and the hub answer for a place;
 * so does the holder of a mailed link, for the place given to the very request that the link is about.
 */
export const mayAnswerForPlace = (actor: Actor, group: Group, place: Unit): boolean =>
  mayChangePlace(actor, group, place) ||
  (actor.kind === 'link' && answeringLinks.includes(actor.purpose) && place.interestIds.includes(actor.subjectId)) ||
  organisationIdsOf(actor).includes(place.organisationId) ||
  (place.personId !== null && personIdOf(actor) === place.personId)

/** A place is completed with its group: by the hub or the group's lead. */
export const mayCompletePlace = (actor: Actor, group: Group): boolean =>
  mayPlaceInGroup(actor, group) || leadsGroup(actor, group.id)
