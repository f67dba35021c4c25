export type RoleName = 'national_team' | 'analyst' | 'hub_lead' | 'hub_administrator' | 'group_lead' | 'school_lead'

/** What a person may do, and where: a hub, a group, an organisation or the whole network (all null). */
export type Role = {
  readonly name: RoleName
  readonly hubId: string | null
  readonly hubSlug: string | null
  readonly groupId: string | null
  readonly organisationId: string | null
}

/** For a while somebody acts for somebody else, for support: who really acts, at which hubs (null: everywhere), and for how long. */
export type Acting = {
  readonly id: string
  readonly byId: string
  readonly byName: string
  readonly forId: string
  readonly hubIds: readonly string[] | null
  readonly minutesLeft: number
}

/** Who acts: nobody we know, a signed-in person, the holder of a signed link, or the installation itself. */
export type Actor =
  | { readonly kind: 'visitor' }
  | {
      readonly kind: 'person'
      readonly personId: string
      readonly name: string
      readonly roles: readonly Role[]
      readonly acting?: Acting
    }
  | { readonly kind: 'link'; readonly purpose: string; readonly subjectId: string; readonly acting?: Acting }
  | { readonly kind: 'system'; readonly task: string }

export const roleLabels: Readonly<Record<RoleName, string>> = {
  national_team: 'National team',
  analyst: 'Analyst',
  hub_lead: 'Hub lead',
  hub_administrator: 'Hub administrator',
  group_lead: 'Group lead',
  school_lead: 'School lead',
}

/** Who acts for somebody else here, if anybody does. */
export const actingOf = (actor: Actor): Acting | null =>
  actor.kind === 'person' || actor.kind === 'link' ? (actor.acting ?? null) : null

/** Whether somebody holds one of these roles, wherever it is. */
export const holdsRole = (actor: Actor, names: readonly RoleName[]): boolean =>
  actor.kind === 'person' && actor.roles.some((role) => names.includes(role.name))
