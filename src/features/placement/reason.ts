import { formatMiles } from '../../vocabulary/grid.ts'
import {
  type Applicant,
  type Assignment,
  type GroupToFill,
  type Instance,
  isOtherTheme,
  isWithinReach,
  milesBetween,
} from './instance.ts'

const metres = (miles: number): number => miles * 1609.344
const far = (miles: number | null): string => (miles === null ? 'distance not known' : formatMiles(metres(miles)))

const asked = (applicant: Applicant, group: GroupToFill): string => {
  if (applicant.groupPreferenceId === group.id) return ', the group it asked for'
  return applicant.themeId !== null && applicant.themeId === group.themeId ? ', the theme it asked for' : ''
}

const nearerThan = (
  applicant: Applicant,
  group: GroupToFill,
  groups: readonly GroupToFill[],
): readonly GroupToFill[] => {
  const miles = milesBetween(applicant, group)
  if (miles === null) return []
  return groups.filter(
    (other) => (milesBetween(applicant, other) ?? Number.POSITIVE_INFINITY) < miles && isWithinReach(applicant, other),
  )
}

const peopleIn = ({ applicants }: Instance, assignment: Assignment, groupId: string): number =>
  applicants.reduce((sum, applicant, at) => sum + (assignment[at] === groupId ? applicant.people : 0), 0)

const isFull = (instance: Instance, assignment: Assignment, group: GroupToFill, people: number): boolean =>
  assignment.filter((id) => id === group.id).length >= group.organisationsLeft ||
  peopleIn(instance, assignment, group.id) + people > group.peopleLeft

/** Why somebody is placed where they are, in a sentence. */
export const reasonForPlace = (
  instance: Instance,
  assignment: Assignment,
  applicant: Applicant,
  group: GroupToFill,
): string => {
  const miles = far(milesBetween(applicant, group))
  const nearer = nearerThan(applicant, group, instance.groups)
  const wish = asked(applicant, group)
  const [first] = nearer.toSorted((a, b) => (milesBetween(applicant, a) ?? 0) - (milesBetween(applicant, b) ?? 0))
  if (!first)
    return milesBetween(applicant, group) === null
      ? `Group with room${wish}; distance not known`
      : `Nearest group${wish}, ${miles}`
  if (isFull(instance, assignment, first, applicant.people))
    return `Nearest group with room${wish}, ${miles}; ${first.name} is nearer but full`
  if (wish !== '') return `${wish.slice(2, 3).toUpperCase()}${wish.slice(3)}, ${miles}`
  return isOtherTheme(applicant, first)
    ? `Nearest group of its theme, ${miles}`
    : `Keeps the groups even in size, ${miles}; ${first.name} is nearer`
}

/** Why somebody has no place, in a sentence. */
export const reasonForNone = (instance: Instance, assignment: Assignment, applicant: Applicant): string => {
  const { groups } = instance
  if (groups.length === 0) return 'No group to place in'
  const reachable = groups.filter((group) => isWithinReach(applicant, group))
  if (reachable.length === 0) {
    const nearest = Math.min(...groups.map((group) => milesBetween(applicant, group) ?? Number.POSITIVE_INFINITY))
    return `No group within its travel limit of ${applicant.travelLimitMiles} miles; the nearest is ${far(nearest)} away`
  }
  const full = reachable.filter((group) => assignment.filter((id) => id === group.id).length >= group.organisationsLeft)
  const limit = applicant.travelLimitMiles === null ? '' : ' within its travel limit'
  if (full.length === reachable.length)
    return `No room${limit}: ${reachable.length === 1 ? `${reachable[0]?.name} is full` : `all ${reachable.length} groups are full`}`
  return `No room for ${applicant.people} people${limit}; others have priority`
}

/** Why a person’s own choice cannot be, or null. */
export const refusalOfChoice = (
  instance: Instance,
  assignment: Assignment,
  at: number,
  groupId: string,
): string | null => {
  const group = instance.groups.find((each) => each.id === groupId)
  const applicant = instance.applicants[at]
  if (!group || !applicant) return 'This group takes no places of this offer.'
  const others = assignment.map((id, other) => (other === at ? null : id))
  if (!isWithinReach(applicant, group))
    return `${group.name} is ${far(milesBetween(applicant, group))} away, beyond the travel limit of ${applicant.travelLimitMiles} miles.`
  return isFull(instance, others, group, applicant.people)
    ? `${group.name} has no room left in this proposal: move somebody out of it first.`
    : null
}
