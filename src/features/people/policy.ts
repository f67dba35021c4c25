import type { Actor, Role } from '../../vocabulary/actor.ts'

const rolesOf = (actor: Actor): readonly Role[] => (actor.kind === 'person' ? actor.roles : [])

/** The signed-in person, if there is one. */
export const personIdOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null)

/** Hubs whose work this person does. */
export const hubIdsOf = (actor: Actor): readonly string[] => rolesOf(actor).flatMap((role) => role.hubId ?? [])

/** Administrators and leads of a hub do its work. */
export const isAtHub = (actor: Actor, hubId: string): boolean => hubIdsOf(actor).includes(hubId)

/** Leads of a hub decide what its administrators may not. */
export const isHubLead = (actor: Actor, hubId: string): boolean =>
  rolesOf(actor).some((role) => role.name === 'hub_lead' && role.hubId === hubId)

export const isNationalTeam = (actor: Actor): boolean => rolesOf(actor).some((role) => role.name === 'national_team')

/** A lead of a group leads that group and no other. */
export const leadsGroup = (actor: Actor, groupId: string): boolean =>
  rolesOf(actor).some((role) => role.name === 'group_lead' && role.groupId === groupId)

/** Organisations whose lead this person is. */
export const organisationIdsOf = (actor: Actor): readonly string[] =>
  rolesOf(actor).flatMap((role) => role.organisationId ?? [])

/** Hub leads give roles at their hub, hub staff invite school leads and group leads; the national team gives the rest. */
export const mayGrantRole = (actor: Actor, role: Pick<Role, 'name' | 'hubId'>, groupHubId: string | null): boolean => {
  if (actor.kind === 'system' || isNationalTeam(actor)) return true
  if (role.name === 'hub_administrator' || role.name === 'hub_lead')
    return role.hubId !== null && isHubLead(actor, role.hubId)
  if (role.name === 'group_lead') return groupHubId !== null && isAtHub(actor, groupHubId)
  return role.name === 'school_lead' && hubIdsOf(actor).length > 0
}
