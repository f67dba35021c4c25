import { type Actor, type Role, type RoleName, roleLabels } from '../../vocabulary/actor.ts'
import { sightOf } from '../groups/index.ts'
import { sentencesOf, spheresOf } from './can-access.ts'
import { groupSights } from './sight-access.ts'

const somewhere = {
  hubId: '00000000-0000-0000-0000-000000000001',
  groupId: '00000000-0000-0000-0000-000000000002',
  partnerHubIds: [],
  organisationId: '00000000-0000-0000-0000-000000000003',
  personId: '00000000-0000-0000-0000-000000000004',
}
const exampleHub = 'a-hub'

/** A kind of person, with what lets them act and see: the parts of “Who may do what”, each as somebody who holds it and nothing else. */
export type Part = {
  readonly name: string
  readonly actor: Actor
  /** The parameters of an address of theirs. */
  readonly params: Readonly<Record<string, string>>
  readonly acts: readonly string[]
  /** What they see of a group, beyond what its people are told. */
  readonly sees: readonly string[]
}

const roleOf = (name: RoleName): Role => ({
  name,
  hubId: name === 'hub_lead' || name === 'hub_administrator' ? somewhere.hubId : null,
  hubSlug: name === 'hub_lead' || name === 'hub_administrator' ? exampleHub : null,
  groupId: name === 'group_lead' ? somewhere.groupId : null,
  organisationId: name === 'school_lead' ? somewhere.organisationId : null,
})

const holder = (roles: readonly Role[]): Actor => ({
  kind: 'person',
  personId: somewhere.personId,
  name: 'Somebody',
  roles,
})

const seenOfAGroup = (actor: Actor): readonly string[] => {
  const sight = sightOf(actor, { id: somewhere.groupId, hubId: somewhere.hubId, partnerHubIds: [] })
  return sight === null ? [] : [`Of a group: ${groupSights[sight].sees}. ${groupSights[sight].because}`]
}

const partOf = (name: string, actor: Actor, acts: readonly string[]): Part => ({
  name,
  actor,
  params: { hub: exampleHub },
  acts,
  sees: seenOfAGroup(actor),
})

const withRole = (name: RoleName): Part => {
  const role = roleOf(name)
  const actor = holder([role])
  return partOf(roleLabels[name], actor, sentencesOf(actor, spheresOf(role), { ...somewhere, personId: '' }))
}

const visitor: Actor = { kind: 'visitor' }
const anybody = holder([])

/** Everybody there is, from the visitor to the analyst, in the order of the table. */
export const everyPart: readonly Part[] = [
  partOf('Visitor', visitor, sentencesOf(visitor, ['link'], somewhere)),
  partOf('Participant, and everybody who is signed in', anybody, sentencesOf(anybody, ['own'], somewhere)),
  withRole('school_lead'),
  withRole('group_lead'),
  withRole('hub_administrator'),
  withRole('hub_lead'),
  withRole('national_team'),
  withRole('analyst'),
]
