import type { GridPoint } from '../../vocabulary/grid.ts'

/** Somebody to be placed, with all that the limits and the wishes need to know. */
export type Applicant = {
  readonly id: string
  /** Who would take the place: it has at most one in a project (domain rule 2). */
  readonly unit: string
  readonly offerId: string
  readonly people: number
  readonly at: GridPoint | null
  readonly phase: string | null
  /** Its standing under the rules that give priority: the higher comes first, whoever asked earlier. */
  readonly priority: number
  readonly askedAt: string
  readonly travelLimitMiles: number | null
  /** Minutes to a group, for those groups of which the hub's table of travel times tells. */
  readonly minutes: Readonly<Record<string, number>>
  /** Minutes it has agreed to, beyond what the hub allows for everybody; null: none. */
  readonly agreedMinutes: number | null
  readonly themeId: string | null
  /** Groups it would like, the dearest first. */
  readonly wishes: readonly string[]
  /** Days of the week that suit it, 1 for Monday; none when it has not said. */
  readonly days: readonly number[]
  /** Venues that suit it; none when it has not said. */
  readonly places: readonly string[]
  /** Groups that continue the one it was in last year. */
  readonly continues: readonly string[]
  /** Groups that meet while another group of its does. */
  readonly clashes: readonly string[]
}

/** A group with the room that is left in it for this hub, or one that may be opened. */
export type GroupToFill = {
  readonly id: string
  readonly offerId: string
  readonly name: string
  readonly at: GridPoint | null
  readonly venueId: string | null
  readonly themeId: string | null
  readonly organisationsTaken: number
  readonly organisationsLeft: number
  readonly peopleLeft: number
  /** With fewer organisations it does not run: then nobody is put into it. */
  readonly minimum: number
  readonly phasesTaken: Readonly<Record<string, number>>
  readonly days: readonly number[]
  /** Not there yet: made when the placement is accepted, if anybody is put into it. */
  readonly isNew: boolean
}

export const datesChoices = ['never', 'avoided', 'ignored'] as const
export const measures = ['miles', 'minutes'] as const
export const phasesChoices = ['any', 'one', 'mixed'] as const

/** What a hub asks of a placement beside room and the travel limits that schools stated themselves. */
export type Rules = {
  readonly dates: (typeof datesChoices)[number]
  readonly phases: (typeof phasesChoices)[number]
  /** With mixed phases: how many of one phase a group holds at most. */
  readonly mostOfAPhase: number
  /** How ways are measured: in a straight line, or in minutes as far as the hub's table tells them. */
  readonly measure: (typeof measures)[number]
  /** Where minutes are known they count in its place. */
  readonly mostMiles: number | null
  readonly mostMinutes: number | null
  /** How many new groups may be opened. */
  readonly opening: number
  readonly together: readonly (readonly string[])[]
  readonly apart: readonly (readonly string[])[]
  /** Where somebody is put by hand; null: left out by hand. */
  readonly pins: readonly { readonly applicantId: string; readonly groupId: string | null }[]
  readonly forbidden: readonly { readonly applicantId: string; readonly groupId: string }[]
  /** Where everybody was in the placement before this one, to move as few as possible. */
  readonly before: Readonly<Record<string, string>> | null
}

export const usualRules: Rules = {
  dates: 'never',
  phases: 'any',
  mostOfAPhase: 4,
  measure: 'miles',
  mostMiles: null,
  mostMinutes: null,
  opening: 0,
  together: [],
  apart: [],
  pins: [],
  forbidden: [],
  before: null,
}

export type Instance = {
  readonly applicants: readonly Applicant[]
  readonly groups: readonly GroupToFill[]
  readonly rules: Rules
}

/** The group of each applicant that is placed; who is left out is not in it. */
export type Assignment = ReadonlyMap<string, string>

/** The order in which they have priority: the higher standing first, then who asked first. */
export const byPriority = (a: Applicant, b: Applicant): number =>
  b.priority - a.priority || a.askedAt.localeCompare(b.askedAt) || a.id.localeCompare(b.id)

/** The same instance in the one order in which it is solved, so that the order of its rows changes nothing. */
export const inOneOrder = ({ applicants, groups, rules }: Instance): Instance => ({
  applicants: applicants.toSorted(byPriority),
  groups: groups.toSorted((a, b) => a.id.localeCompare(b.id)),
  rules,
})

export const groupOf = ({ groups }: Instance, assignment: Assignment, applicantId: string): GroupToFill | undefined => {
  const id = assignment.get(applicantId)
  return id === undefined ? undefined : groups.find((group) => group.id === id)
}

/** Who an assignment puts into a group. */
export const membersOf = ({ applicants }: Instance, assignment: Assignment, groupId: string): readonly Applicant[] =>
  applicants.filter((applicant) => assignment.get(applicant.id) === groupId)

/** The groups that an assignment opens. */
export const opensIn = ({ groups }: Instance, assignment: Assignment): readonly GroupToFill[] => {
  const used = new Set(assignment.values())
  return groups.filter((group) => group.isNew && used.has(group.id))
}

export const peopleOf = (applicants: readonly Applicant[]): number =>
  applicants.reduce((sum, applicant) => sum + applicant.people, 0)
