import type { Role, RoleName } from '../../vocabulary/actor.ts'

/** What a program may read beyond what is public, in the words its owner ticks, and the roles it then acts by. */
export const scopes = {
  'interest:read': {
    label: 'Expressions of interest of my hub',
    hint: 'Which organisation asked for what, when, and where it stands. No names or addresses of people.',
    roles: ['hub_lead', 'hub_administrator'],
  },
  'stages:read': {
    label: 'How far the schools of my hub have come',
    hint: 'Which stages they have taken, and what that means for what they can join. No names or addresses of people.',
    roles: ['hub_lead', 'hub_administrator'],
  },
  'attendance:read': {
    label: 'Attendance in the groups of my hub',
    hint: 'Sessions, hours and days by group, school and person, against what projects ask. No names or addresses of people.',
    roles: ['hub_lead', 'hub_administrator'],
  },
  'targets:read': {
    label: 'Recruitment against plan',
    hint: 'How many groups and places are planned and what has come about: of my hub, or of every hub for the national team.',
    roles: ['hub_lead', 'hub_administrator', 'national_team', 'analyst'],
  },
} as const satisfies Readonly<Record<string, { label: string; hint: string; roles: readonly RoleName[] }>>

export type Scope = keyof typeof scopes
export const scopeNames = Object.keys(scopes) as readonly Scope[]
export const isScope = (name: string): name is Scope => Object.hasOwn(scopes, name)

const given = (granted: readonly string[]): ReadonlySet<RoleName> =>
  new Set(granted.filter(isScope).flatMap((scope): readonly RoleName[] => scopes[scope].roles))

/** The roles that are left of a person's to their program: those its scopes speak of, and no others. */
export const narrowed = (roles: readonly Role[], granted: readonly string[]): readonly Role[] =>
  roles.filter((role) => given(granted).has(role.name))
