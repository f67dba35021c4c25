import { formatMiles, milesInWords } from '../../vocabulary/grid.ts'
import {
  type Applicant,
  type Assignment,
  type Barrier,
  barredBy,
  barrierOf,
  type GroupToFill,
  type Instance,
  isOnAWishedDay,
  isOtherTheme,
  membersOf,
  milesBetween,
  peopleOf,
  weightOfPair,
  wishMet,
} from '../placement-solving/index.ts'

const metres = (miles: number): number => miles * 1609.344
const far = (miles: number | null): string => (miles === null ? 'distance not known' : formatMiles(metres(miles)))
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

/** What keeps somebody out of a group, as the end of a sentence about the group. */
export const barrierInWords = (barrier: Barrier): string => {
  switch (barrier.kind) {
    case 'miles':
      return `is ${far(barrier.miles)} away, beyond the travel limit of ${milesInWords(barrier.limit)}`
    case 'minutes':
      return `is ${barrier.minutes} minutes away, more than ${barrier.limit}`
    case 'dates':
      return 'meets while another group of this school does'
    case 'phase':
      return 'is of schools of another phase'
    case 'room':
      return 'has no room'
    case 'forbidden':
      return 'was ruled out by hand'
    case 'pinned':
      return 'is not where it was put by hand'
  }
}

const isFull = (instance: Instance, assignment: Assignment, group: GroupToFill, people: number): boolean => {
  const members = membersOf(instance, assignment, group.id)
  return members.length >= group.organisationsLeft || peopleOf(members) + people > group.peopleLeft
}

/** What keeps somebody out of a group as it would be filled: a barrier, no room left, or too few to run. */
export const obstacleInWords = (
  instance: Instance,
  assignment: Assignment,
  applicant: Applicant,
  group: GroupToFill,
): string | null => {
  const barrier = barrierOf(applicant, group, barredBy(instance.rules))
  if (barrier) return `${group.name} ${barrierInWords(barrier)}`
  if (isFull(instance, assignment, group, applicant.people)) return `${group.name} is full`
  const held = group.organisationsTaken + membersOf(instance, assignment, group.id).length
  return held + 1 < group.minimum ? `${group.name} would not reach the ${group.minimum} it needs to run` : null
}

const asked = (applicant: Applicant, group: GroupToFill): string => {
  const wish = wishMet(applicant, group.id)
  if (wish === 0) return ', the group it asked for'
  if (wish !== null) return `, its ${ordinals[wish] ?? 'later'} wish`
  return applicant.themeId !== null && applicant.themeId === group.themeId ? ', the theme it asked for' : ''
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

const placed = (instance: Instance, assignment: Assignment, applicant: Applicant, group: GroupToFill): string => {
  const here = milesBetween(applicant, group)
  const miles = far(here)
  const wish = asked(applicant, group)
  const continued = applicant.continues.includes(group.id) ? ', where it was last year' : ''
  const nearer = instance.groups
    .filter((other) => here !== null && (milesBetween(applicant, other) ?? Number.POSITIVE_INFINITY) < here)
    .filter((other) => barrierOf(applicant, other, barredBy(instance.rules)) === null && !other.isNew)
    .toSorted((a, b) => (milesBetween(applicant, a) ?? 0) - (milesBetween(applicant, b) ?? 0))
  const [first] = nearer
  if (!first)
    return here === null
      ? `Group with room${wish}${continued}; distance not known`
      : `Nearest group${wish}${continued}, ${miles}`
  if (isFull(instance, assignment, first, applicant.people))
    return `Nearest group with room${wish}${continued}, ${miles}; ${first.name} is nearer but full`
  if (wish !== '' || continued !== '') return `${capital(`${wish}${continued}`.slice(2))}, ${miles}`
  if (isOtherTheme(applicant, first)) return `Nearest group of its theme, ${miles}`
  if (!isOnAWishedDay(applicant, first) && isOnAWishedDay(applicant, group))
    return `On a day that suits it, ${miles}; ${first.name} is nearer`
  return weightOfPair(applicant, first) < weightOfPair(applicant, group)
    ? `Leaves room for others, or keeps the groups even, ${miles}; ${first.name} is nearer`
    : `Suits it best, ${miles}; ${first.name} is nearer`
}

const whyNotWish = (instance: Instance, assignment: Assignment, applicant: Applicant, group: GroupToFill): string => {
  const wished = instance.groups.find(({ id }) => id === applicant.wishes[0])
  if (!wished || wished.id === group.id) return ''
  const obstacle = obstacleInWords(instance, assignment, applicant, wished)
  return `. Not its first wish: ${obstacle ?? `in ${wished.name} it would take the room of others, or keep them further away`}`
}

/** Why somebody is placed where they are, and why not where they wished most, in a sentence or two. */
export const reasonForPlace = (
  instance: Instance,
  assignment: Assignment,
  applicant: Applicant,
  group: GroupToFill,
): string => {
  if (instance.rules.pins.some((pin) => pin.applicantId === applicant.id && pin.groupId === group.id))
    return `Put here by hand, ${far(milesBetween(applicant, group))}`
  const kept = instance.rules.together.some((ids) => ids.includes(applicant.id)) ? '; kept together by hand' : ''
  return `${placed(instance, assignment, applicant, group)}${kept}${whyNotWish(instance, assignment, applicant, group)}`
}

const listed = (texts: readonly string[], most = 3): string =>
  texts.length <= most ? texts.join('; ') : `${texts.slice(0, most).join('; ')}; and ${texts.length - most} more groups`

/** Which limits keep somebody out who has no place, in a sentence. */
export const reasonForNone = (instance: Instance, assignment: Assignment, applicant: Applicant): string => {
  const groups = instance.groups.filter((group) => !group.isNew)
  if (instance.rules.pins.some((pin) => pin.applicantId === applicant.id && pin.groupId === null))
    return 'Left out by hand'
  if (instance.applicants.some((other) => other.unit === applicant.unit && assignment.has(other.id)))
    return 'It has a place through its other request'
  if (groups.length === 0) return 'No group to place in'
  const barred = barredBy(instance.rules)
  const barriers = groups.map((group) => ({ group, barrier: barrierOf(applicant, group, barred) }))
  const limits = barriers.flatMap(({ barrier }) => (barrier?.kind === 'miles' ? [barrier] : []))
  if (limits.length === groups.length)
    return `No group within its travel limit of ${milesInWords(limits[0]?.limit ?? 0)}; the nearest is ${far(Math.min(...limits.map(({ miles }) => miles)))} away`
  const near = barriers.filter(({ barrier }) => barrier?.kind !== 'miles').map(({ group }) => group)
  const obstacles = near
    .toSorted((a, b) => weightOfPair(applicant, a) - weightOfPair(applicant, b))
    .map((group) => obstacleInWords(instance, assignment, applicant, group))
  const limit = limits.length > 0 || applicant.travelLimitMiles !== null ? ' within its travel limit' : ''
  if (near.every((group) => isFull(instance, assignment, group, 0)))
    return `No room${limit}: ${near.length === 1 ? `${near[0]?.name} is full` : `all ${near.length} groups are full`}`
  const said = obstacles.filter((each) => each !== null)
  if (said.length < obstacles.length) return `Others have priority${limit}`
  return `No group${limit} takes it: ${listed(said)}`
}

/** Why a person’s own choice cannot be, or null. */
export const refusalOfChoice = (
  instance: Instance,
  assignment: Assignment,
  applicant: Applicant,
  groupId: string,
): string | null => {
  const group = instance.groups.find((each) => each.id === groupId)
  if (!group) return 'This group takes no places of this offer.'
  const others = new Map([...assignment].filter(([id]) => id !== applicant.id))
  const free = { ...instance.rules, pins: instance.rules.pins.filter((pin) => pin.applicantId !== applicant.id) }
  const barrier = barrierOf(applicant, group, barredBy(free))
  if (barrier) return `${group.name} ${barrierInWords(barrier)}.`
  return isFull(instance, others, group, applicant.people)
    ? `${group.name} has no room left in this proposal: move somebody out of it first.`
    : null
}
