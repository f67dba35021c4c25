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

/** The slug of a hub among these that somebody leads; its own pages tell its leads who sees a record of it. */
export const slugOfHubLed = (actor: Actor, hubIds: readonly string[]): string | null =>
  rolesOf(actor).find(({ name, hubId }) => name === 'hub_lead' && hubId !== null && hubIds.includes(hubId))?.hubSlug ??
  null

export const isNationalTeam = (actor: Actor): boolean => rolesOf(actor).some((role) => role.name === 'national_team')

const staffRoles: readonly Role['name'][] = ['hub_lead', 'hub_administrator', 'national_team']

/** Whether somebody works for a hub or for the national team. */
export const isStaff = (actor: Actor): boolean => rolesOf(actor).some(({ name }) => staffRoles.includes(name))

/** A lead of a group leads that group and no other. */
export const leadsGroup = (actor: Actor, groupId: string): boolean =>
  rolesOf(actor).some((role) => role.name === 'group_lead' && role.groupId === groupId)

/** Organisations whose lead this person is. */
export const organisationIdsOf = (actor: Actor): readonly string[] =>
  rolesOf(actor).flatMap((role) => role.organisationId ?? [])

/** A role somewhere, with the hubs that have a say in it: a group's own hub, or those that an organisation deals with. */
export type RoleSomewhere = {
  readonly name: Role['name']
  readonly hubId: string | null
  readonly organisationId: string | null
  readonly hubIds: readonly string[]
}

const isAtOneOf = (actor: Actor, hubIds: readonly string[]): boolean => hubIds.some((hubId) => isAtHub(actor, hubId))

/** Staff of a hub that an organisation deals with, and the organisation's own leads, vouch for its people. */
export const mayVouchFor = (
  actor: Actor,
  { organisationId, hubIds }: Pick<RoleSomewhere, 'organisationId' | 'hubIds'>,
): boolean =>
  actor.kind === 'system' ||
  isAtOneOf(actor, hubIds) ||
  (organisationId !== null && organisationIdsOf(actor).includes(organisationId))

/** The national team gives national roles and names hub leads; hub leads give roles at their hub; staff of hubs name leads of groups and, as an organisation's own leads do, leads of schools. */
export const mayGrantRole = (actor: Actor, role: RoleSomewhere): boolean => {
  if (actor.kind === 'system') return true
  switch (role.name) {
    case 'national_team':
    case 'analyst':
      return isNationalTeam(actor)
    case 'hub_lead':
      return isNationalTeam(actor) || (role.hubId !== null && isHubLead(actor, role.hubId))
    case 'hub_administrator':
      return role.hubId !== null && isHubLead(actor, role.hubId)
    case 'group_lead':
      return isAtOneOf(actor, role.hubIds)
    case 'school_lead':
      return mayVouchFor(actor, role)
  }
}

/** Whoever may give a role may end it, and everybody may lay down their own. */
export const mayEndRole = (actor: Actor, role: RoleSomewhere & { readonly personId: string }): boolean =>
  personIdOf(actor) === role.personId || mayGrantRole(actor, role)

/** People change their own details, and nobody else's. */
export const mayChangeDetails = (actor: Actor, personId: string): boolean => personIdOf(actor) === personId

/** The person says that they have left an organisation; so does a hub that deals with it, and a lead of it for a colleague. */
export const maySayWhoLeft = (
  actor: Actor,
  {
    personId,
    ...organisation
  }: { readonly personId: string; readonly organisationId: string; readonly hubIds: readonly string[] },
): boolean => personIdOf(actor) === personId || mayVouchFor(actor, organisation)

/** Where a person has gone is said by the person, or by a hub that knows them: nobody else takes a colleague away from a school. */
export const maySayWhoMoved = (
  actor: Actor,
  person: { readonly personId: string; readonly hubIds: readonly string[] },
): boolean => personIdOf(actor) === person.personId || actor.kind === 'system' || isAtOneOf(actor, person.hubIds)

/** A teacher reference number is shown to its owner, and to staff of a hub in whose groups they take part. */
export const maySeeReferenceNumber = (
  actor: Actor,
  person: { readonly personId: string; readonly takesPartAtHubIds: readonly string[] },
): boolean => personIdOf(actor) === person.personId || isAtOneOf(actor, person.takesPartAtHubIds)

const holdsLink = (actor: Actor, purpose: string, subjectId: string): boolean =>
  actor.kind === 'link' && actor.purpose === purpose && actor.subjectId === subjectId

/** A new address is confirmed by whoever reads its mail. */
export const mayConfirmAddress = (actor: Actor, changeId: string): boolean =>
  holdsLink(actor, 'confirm-address', changeId)

/** A change of address is stopped by whoever reads the mail of the old one. */
export const mayStopAddressChange = (actor: Actor, changeId: string): boolean =>
  holdsLink(actor, 'stop-address', changeId)
