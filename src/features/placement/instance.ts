import { type GridPoint, metresBetween, milesOf } from '../../vocabulary/grid.ts'

/** Somebody to be placed. They stand in the order in which they have priority, the first first. */
export type Applicant = {
  readonly id: string
  readonly people: number
  readonly at: GridPoint | null
  readonly travelLimitMiles: number | null
  readonly themeId: string | null
  readonly groupPreferenceId: string | null
}

/** A group with the room that is left in it, and how many it holds already. */
export type GroupToFill = {
  readonly id: string
  readonly name: string
  readonly at: GridPoint | null
  readonly themeId: string | null
  readonly organisationsTaken: number
  readonly organisationsLeft: number
  readonly peopleLeft: number
}

export type Instance = { readonly applicants: readonly Applicant[]; readonly groups: readonly GroupToFill[] }

/** For each applicant the group it is placed in, or null: in the order of the applicants. */
export type Assignment = readonly (string | null)[]

/**
 * What each thing weighs, in tenths of a mile. Leaving somebody out weighs as much as 500 miles of travel, the first in
 * order up to 600: the nearest group is never worth a place. A group or theme other than the one asked for weighs 10 and
 * 30 miles. Filling a group further than the others weighs a fifth of a mile for each it holds already.
 */
export const weights = {
  leftOut: 5000,
  order: 1000,
  otherGroup: 100,
  otherTheme: 300,
  unknownDistance: 150,
  mostMiles: 100,
  balance: 2,
} as const

/** The distance from an applicant to where a group meets; null when one of them is not known. */
export const milesBetween = (applicant: Pick<Applicant, 'at'>, group: Pick<GroupToFill, 'at'>): number | null =>
  applicant.at && group.at ? milesOf(metresBetween(applicant.at, group.at)) : null

/** Whether somebody can go to a group at all: within its travel limit, where the distance is known. */
export const isWithinReach = (applicant: Applicant, group: GroupToFill): boolean => {
  const miles = milesBetween(applicant, group)
  return applicant.travelLimitMiles === null || miles === null || miles <= applicant.travelLimitMiles
}

/** What it weighs to place somebody in a group, before balance. */
export const weightOfPair = (applicant: Applicant, group: GroupToFill): number => {
  const miles = milesBetween(applicant, group)
  const travel = miles === null ? weights.unknownDistance : Math.round(Math.min(miles, weights.mostMiles) * 10)
  const otherGroup =
    applicant.groupPreferenceId !== null && applicant.groupPreferenceId !== group.id ? weights.otherGroup : 0
  return travel + otherGroup + (isOtherTheme(applicant, group) ? weights.otherTheme : 0)
}

export const isOtherTheme = (applicant: Pick<Applicant, 'themeId'>, group: Pick<GroupToFill, 'themeId'>): boolean =>
  applicant.themeId !== null && group.themeId !== null && applicant.themeId !== group.themeId

/** What it weighs to leave somebody out: more the further up in the order. */
export const weightOfLeavingOut = (position: number, applicants: number): number =>
  weights.leftOut + Math.round((weights.order * (applicants - position)) / applicants)

/** What the next organisation in a group weighs, by how many it holds already: groups fill evenly. */
export const weightOfFilling = (held: number): number => weights.balance * held

/** The whole weight of an assignment: what the best one makes least. */
export const weightOf = ({ applicants, groups }: Instance, assignment: Assignment): number => {
  const held = new Map(groups.map((group) => [group.id, group.organisationsTaken]))
  return applicants.reduce((sum, applicant, at) => {
    const group = groups.find((each) => each.id === assignment[at])
    if (!group) return sum + weightOfLeavingOut(at, applicants.length)
    const before = held.get(group.id) ?? 0
    held.set(group.id, before + 1)
    return sum + weightOfPair(applicant, group) + weightOfFilling(before)
  }, 0)
}

/** Every rule an assignment breaks, recomputed without the solver: empty when it can be carried out. */
export const checkPlacement = ({ applicants, groups }: Instance, assignment: Assignment): readonly string[] => {
  const faults: string[] = []
  if (assignment.length !== applicants.length)
    faults.push(`${assignment.length} results for ${applicants.length} to be placed.`)
  applicants.forEach((applicant, at) => {
    const id = assignment[at] ?? null
    const group = groups.find((each) => each.id === id)
    if (id !== null && !group) faults.push('Somebody is placed in a group that is not there.')
    if (group && !isWithinReach(applicant, group))
      faults.push(`${group.name} is beyond the travel limit of somebody placed in it.`)
  })
  for (const group of groups) {
    const placed = applicants.filter((_, at) => assignment[at] === group.id)
    const people = placed.reduce((sum, applicant) => sum + applicant.people, 0)
    if (placed.length > group.organisationsLeft)
      faults.push(`${group.name} has room for ${group.organisationsLeft} more, not for ${placed.length}.`)
    if (people > group.peopleLeft)
      faults.push(`${group.name} has room for ${group.peopleLeft} more people, not for ${people}.`)
  }
  return faults
}
