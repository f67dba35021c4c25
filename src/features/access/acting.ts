import type { Actor, Role, RoleName } from '../../vocabulary/actor.ts'

/** Nobody acts for anybody longer than this. */
export const longestMinutes = 60

const heights: Readonly<Record<RoleName, number>> = {
  national_team: 4,
  analyst: 4,
  hub_lead: 3,
  hub_administrator: 2,
  group_lead: 1,
  school_lead: 1,
}

/** How far the furthest-reaching of somebody's parts reaches; nothing for who only takes part. */
export const heightOf = (roles: readonly Role[]): number => Math.max(0, ...roles.map(({ name }) => heights[name]))

/** The hubs somebody leads. */
export const hubIdsLed = (actor: Actor): readonly string[] =>
  actor.kind === 'person'
    ? actor.roles.flatMap(({ name, hubId }) => (name === 'hub_lead' && hubId !== null ? [hubId] : []))
    : []

/** A part that somebody holds, with the hubs that have a say in it. */
export type RoleWithHubs = { readonly role: Role; readonly hubIds: readonly string[] }

/** What is left of somebody's parts to whoever acts for them: those in which their own hubs have a say. */
export const rolesWithin = (roles: readonly RoleWithHubs[], hubIds: readonly string[] | null): readonly Role[] =>
  roles.filter((each) => hubIds === null || each.hubIds.some((hubId) => hubIds.includes(hubId))).map(({ role }) => role)

/** What is done by a link in the name of who takes part; the rest is promised or confirmed in person. */
const purposesWhileActing: readonly string[] = ['status', 'place', 'cancel', 'reflect']

const theirsAlone = /^\/(account|sign-in)(\/|$)|\/(personal-data|erasures|act|acting)(\/|$)/

/** How somebody signs in, what is held about them, what they promise in person, and acting for a third are closed to whoever acts for them. */
export const isBarredWhileActing = (
  actor: Actor,
  route: { readonly path: string; readonly access: { readonly purpose?: string } },
): boolean => {
  if ((actor.kind !== 'person' && actor.kind !== 'link') || actor.acting === undefined) return false
  if (route.path === '/acting/end') return false
  const { purpose } = route.access
  return theirsAlone.test(route.path) || (purpose !== undefined && !purposesWhileActing.includes(purpose))
}
