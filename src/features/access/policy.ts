import { type Actor, actingOf, type Role } from '../../vocabulary/actor.ts'
import { isHubLead, isNationalTeam, personIdOf } from '../people/index.ts'
import { heightOf, hubIdsLed } from './acting.ts'

type Person = { readonly personId: string; readonly roles: readonly Role[]; readonly hubIds: readonly string[] }

/** The hubs at which one acts for another: every hub for the national team, else those that one leads and that know the other; null where it may not be. */
export const hubsToActAt = (actor: Actor, person: Person): readonly string[] | 'everywhere' | null => {
  if (actor.kind !== 'person' || actingOf(actor) !== null || actor.personId === person.personId) return null
  if (heightOf(person.roles) >= heightOf(actor.roles)) return null
  if (isNationalTeam(actor)) return 'everywhere'
  const led = hubIdsLed(actor)
  // Staff of another hub too are not theirs, whatever else they have to do with this one.
  if (person.roles.some(({ hubId }) => hubId !== null && !led.includes(hubId))) return null
  const shared = led.filter((hubId) => person.hubIds.includes(hubId))
  return shared.length > 0 ? shared : null
}

/** For support, leads of a hub act for people whom their hub knows, the national team for anybody: never for somebody of the same part or a higher one, and never while acting for another. */
export const mayActFor = (actor: Actor, person: Person): boolean => hubsToActAt(actor, person) !== null

/** Acting is ended by whoever acts, and by the person they act for. */
export const mayEndActing = (actor: Actor, episode: { readonly byId: string; readonly forId: string }): boolean =>
  actingOf(actor)?.byId === episode.byId || personIdOf(actor) === episode.byId || personIdOf(actor) === episode.forId

/** Leads of a hub see what people whom their hub knows can do, the national team what anybody can, and everybody what they can themselves. */
export const maySeeWhatSomebodyCan = (actor: Actor, person: Pick<Person, 'personId' | 'hubIds'>): boolean =>
  isNationalTeam(actor) ||
  personIdOf(actor) === person.personId ||
  person.hubIds.some((hubId) => isHubLead(actor, hubId))

/** Leads of a hub see who can see a record of their hub; the national team sees it of any. */
export const maySeeWhoSees = (actor: Actor, hubIds: readonly string[]): boolean =>
  isNationalTeam(actor) || hubIds.some((hubId) => isHubLead(actor, hubId))
