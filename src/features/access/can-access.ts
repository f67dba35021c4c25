import type { Context } from '../../platform/context.ts'
import { type Actor, type Role, roleLabels } from '../../vocabulary/actor.ts'
import type { Sphere, Standing } from './deed-access.ts'
import { deeds } from './deeds-access.ts'
import { policySentences } from './policies.generated.ts'
import { namesOfScopes } from './record-queries.ts'
import type { Can } from './seer.ts'

const nothing = '00000000-0000-0000-0000-000000000000'
const nowhere: Standing = {
  hubId: nothing,
  groupId: nothing,
  partnerHubIds: [],
  organisationId: nothing,
  personId: nothing,
}

/** Where somebody's part lets them act. */
export const spheresOf = (role: Role): readonly Sphere[] => {
  if (role.groupId !== null) return ['group']
  if (role.organisationId !== null) return ['organisation']
  // A hub's staff do what is done in its groups and for those who ask it; what the national team does for hubs, it does for each.
  return role.hubId === null ? ['network', 'hub', 'group'] : ['hub', 'group', 'organisation']
}

/** The sentences of the policies that let an actor do something, where they stand. */
export const sentencesOf = (actor: Actor, spheres: readonly Sphere[], at: Partial<Standing>): readonly string[] => [
  ...new Set(
    deeds
      .filter((deed) => spheres.includes(deed.at) && deed.may(actor, { ...nowhere, ...at }))
      .map(({ policy }) => policySentences[policy]),
  ),
]

const inOneRole = (person: Extract<Actor, { kind: 'person' }>, role: Role): readonly string[] =>
  sentencesOf({ ...person, roles: [role] }, spheresOf(role), {
    hubId: role.hubId ?? nothing,
    groupId: role.groupId ?? nothing,
    organisationId: role.organisationId ?? nothing,
  })

const readsOnly = 'It lets them read, and change nothing.'

/** What a person can do, part by part: asked of the policies that decide when they do it. */
export const canOf = async (context: Context, person: Actor): Promise<readonly Can[]> => {
  if (person.kind !== 'person') return []
  const names = await namesOfScopes(context.db, person.roles)
  const parts = person.roles.map((role) => {
    const sentences = inOneRole(person, role)
    return {
      part: roleLabels[role.name],
      at: names.get(role.hubId ?? role.groupId ?? role.organisationId ?? '') ?? 'The network',
      sentences: sentences.length > 0 ? sentences : [readsOnly],
    }
  })
  const own = { part: 'As everybody', at: 'Their own', sentences: ofOneself(person) }
  return [...parts, own]
}

const ofOneself = (person: Extract<Actor, { kind: 'person' }>): readonly string[] =>
  sentencesOf(person, ['own'], { personId: person.personId })
