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
  minutesTo,
  peopleOf,
  weightOfPair,
  weightOfWay,
  wishMet,
} from '../placement-solving/index.ts'

const metres = (miles: number): number => miles * 1609.344
const far = (miles: number | null): string => (miles === null ? 'distance not known' : formatMiles(metres(miles)))
const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
const minutesInWords = (minutes: number): string => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`

/** How far a group is: in minutes as far as the table tells them, else in a straight line, and then it says so. */
export const wayInWords = ({ rules }: Pick<Instance, 'rules'>, applicant: Applicant, group: GroupToFill): string => {
  const minutes = minutesTo(applicant, group)
  if (minutes !== null) return minutesInWords(minutes)
  const miles = milesBetween(applicant, group)
  return rules.measure === 'minutes' && miles !== null
    ? `${far(miles)} in a straight line, as the table has no minutes for it`
    : far(miles)
}

/** The same beside a group that is chosen by hand. */
export const awayInWords = ({ rules }: Pick<Instance, 'rules'>, applicant: Applicant, group: GroupToFill): string => {
  const minutes = minutesTo(applicant, group)
  if (minutes !== null) return `${capital(minutesInWords(minutes))} away`
  const miles = milesBetween(applicant, group)
  if (miles === null) return 'Distance not known'
  return `${far(miles)} away${rules.measure === 'minutes' ? ' in a straight line: the table has no minutes for it' : ''}`
}

// To compare ways of which one is known in minutes: a minute is half a mile, as in the weights.
const lengthOf = (applicant: Applicant, group: GroupToFill): number | null => {
  const minutes = minutesTo(applicant, group)
  return minutes === null ? milesBetween(applicant, group) : minutes / 2
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

/** What keeps somebody out of a group, as the end of a sentence about the group. */
export const barrierInWords = (barrier: Barrier): string => {
  switch (barrier.kind) {
    case 'miles':
      return `is ${far(barrier.miles)} away, beyond the travel limit of ${milesInWords(barrier.limit)}`
    case 'minutes':
      return `is ${minutesInWords(barrier.minutes)} away, more than the ${barrier.limit} allowed`
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

const placed = (instance: Instance, assignment: Assignment, applicant: Applicant, group: GroupToFill): string => {
  const here = lengthOf(applicant, group)
  const way = wayInWords(instance, applicant, group)
  const wish = asked(applicant, group)
  const continued = applicant.continues.includes(group.id) ? ', where it was last year' : ''
  const nearer = instance.groups
    .filter((other) => here !== null && (lengthOf(applicant, other) ?? Number.POSITIVE_INFINITY) < here)
    .filter((other) => barrierOf(applicant, other, barredBy(instance.rules)) === null && !other.isNew)
    .toSorted((a, b) => (lengthOf(applicant, a) ?? 0) - (lengthOf(applicant, b) ?? 0))
  const [first] = nearer
  if (!first)
    return here === null
      ? `Group with room${wish}${continued}; distance not known`
      : `Nearest group${wish}${continued}, ${way}`
  if (isFull(instance, assignment, first, applicant.people))
    return `Nearest group with room${wish}${continued}, ${way}; ${first.name} is nearer but full`
  if (wish !== '' || continued !== '') return `${capital(`${wish}${continued}`.slice(2))}, ${way}`
  if (isOtherTheme(applicant, first)) return `Nearest group of its theme, ${way}`
  if (!isOnAWishedDay(applicant, first) && isOnAWishedDay(applicant, group))
    return `On a day that suits it, ${way}; ${first.name} is nearer`
  return weightOfPair(applicant, first) < weightOfPair(applicant, group)
    ? `Leaves room for others, or keeps the groups even, ${way}; ${first.name} is nearer`
    : `Suits it best, ${way}; ${first.name} is nearer`
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
    return `Put here by hand, ${wayInWords(instance, applicant, group)}`
  const kept = instance.rules.together.some((ids) => ids.includes(applicant.id)) ? '; kept together by hand' : ''
  return `${placed(instance, assignment, applicant, group)}${kept}${whyNotWish(instance, assignment, applicant, group)}`
}

const listed = (texts: readonly string[], most = 3): string =>
  texts.length <= most ? texts.join('; ') : `${texts.slice(0, most).join('; ')}; and ${texts.length - most} more groups`

type Barriers = readonly { readonly group: GroupToFill; readonly barrier: Barrier | null }[]
const isTravel = (barrier: Barrier | null) => barrier?.kind === 'miles' || barrier?.kind === 'minutes'

/** The groups that are too far, and what to say where all of them are. */
const beyondLimits = (applicant: Applicant, barriers: Barriers) => {
  const limits = barriers
    .filter(({ barrier }) => isTravel(barrier))
    .toSorted((a, b) => weightOfWay(applicant, a.group) - weightOfWay(applicant, b.group))
  const miles = limits.flatMap(({ barrier }) => (barrier?.kind === 'miles' ? [barrier] : []))
  const minutes = limits.flatMap(({ barrier }) => (barrier?.kind === 'minutes' ? [barrier] : []))
  const [nearest] = limits
  const all = (own: readonly Barrier[]) => own.length === limits.length && own[0]
  if (all(miles))
    return {
      limits,
      sentence: `No group within its travel limit of ${milesInWords(miles[0]?.limit ?? 0)}; the nearest is ${far(Math.min(...miles.map((each) => each.miles)))} away`,
    }
  if (all(minutes))
    return {
      limits,
      sentence: `No group within ${minutesInWords(minutes[0]?.limit ?? 0)}; the nearest is ${minutesInWords(Math.min(...minutes.map((each) => each.minutes)))} away`,
    }
  return {
    limits,
    sentence: nearest?.barrier
      ? `No group within its travel limits; the nearest, ${nearest.group.name}, ${barrierInWords(nearest.barrier)}`
      : '',
  }
}

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
  const tooFar = beyondLimits(applicant, barriers)
  if (tooFar.limits.length === groups.length) return tooFar.sentence
  const near = barriers.filter(({ barrier }) => !isTravel(barrier)).map(({ group }) => group)
  const obstacles = near
    .toSorted((a, b) => weightOfPair(applicant, a) - weightOfPair(applicant, b))
    .map((group) => obstacleInWords(instance, assignment, applicant, group))
  const limit = tooFar.limits.length > 0 || applicant.travelLimitMiles !== null ? ' within its travel limit' : ''
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
