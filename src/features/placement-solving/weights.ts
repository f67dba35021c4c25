import { milesBetween, minutesTo } from './barriers.ts'
import { type Applicant, type Assignment, byPriority, type GroupToFill, type Instance } from './instance.ts'

/**
 * What each wish weighs, in tenths of a mile. These decide only between placements that place equally many of every
 * standing and, when one was there before, move equally few: what counts for more is a level of its own (`levelsOf`).
 */
export const weights = {
  /** Leaving out the first of those in order weighs so much more than leaving out the last. */
  order: 1000,
  /** For each wish that was passed over, and for a group that was not wished for at all. */
  laterWish: 40,
  noWish: 120,
  otherTheme: 300,
  otherOffer: 200,
  notContinued: 150,
  otherDay: 60,
  otherPlace: 60,
  clash: 400,
  unknownDistance: 150,
  mostMiles: 100,
  minute: 5,
  opening: 500,
  /** The next organisation in a group, for each it holds already: groups fill evenly. */
  balance: 2,
} as const

/** What the way to a group weighs: by the minutes that are known, else in a straight line. */
export const weightOfWay = (applicant: Applicant, group: GroupToFill): number => {
  const minutes = minutesTo(applicant, group)
  if (minutes !== null) return Math.round(Math.min(minutes * weights.minute, weights.mostMiles * 10))
  const miles = milesBetween(applicant, group)
  return miles === null ? weights.unknownDistance : Math.round(Math.min(miles, weights.mostMiles) * 10)
}

/** Which of its wishes a group is, 0 for the first; null when it is none, or none was stated. */
export const wishMet = ({ wishes }: Applicant, groupId: string): number | null => {
  const at = wishes.indexOf(groupId)
  return at < 0 ? null : at
}

const wish = (applicant: Applicant, group: GroupToFill): number => {
  if (applicant.wishes.length === 0) return 0
  const at = wishMet(applicant, group.id)
  return at === null ? weights.noWish : Math.min(at * weights.laterWish, weights.noWish)
}

export const isOtherTheme = (applicant: Pick<Applicant, 'themeId'>, group: Pick<GroupToFill, 'themeId'>): boolean =>
  applicant.themeId !== null && group.themeId !== null && applicant.themeId !== group.themeId

/** Whether a group meets on a day that suits, as far as both are known. */
export const isOnAWishedDay = ({ days }: Pick<Applicant, 'days'>, group: Pick<GroupToFill, 'days'>): boolean =>
  days.length === 0 || group.days.length === 0 || group.days.every((day) => days.includes(day))

const isAtAWishedPlace = ({ places }: Applicant, { venueId }: GroupToFill): boolean =>
  places.length === 0 || venueId === null || places.includes(venueId)

/** What it weighs to place somebody in a group, before balance. */
export const weightOfPair = (applicant: Applicant, group: GroupToFill): number =>
  weightOfWay(applicant, group) +
  wish(applicant, group) +
  (isOtherTheme(applicant, group) ? weights.otherTheme : 0) +
  (applicant.offerId === group.offerId ? 0 : weights.otherOffer) +
  (applicant.continues.length > 0 && !applicant.continues.includes(group.id) ? weights.notContinued : 0) +
  (isOnAWishedDay(applicant, group) ? 0 : weights.otherDay) +
  (isAtAWishedPlace(applicant, group) ? 0 : weights.otherPlace) +
  (applicant.clashes.includes(group.id) ? weights.clash : 0)

/** What it weighs to leave somebody out: more the further up in the order. */
export const weightOfLeavingOut = (position: number, applicants: number): number =>
  Math.round((weights.order * (applicants - position)) / applicants)

/** What the next organisation in a group weighs, by how many it holds already. */
export const weightOfFilling = (held: number): number => weights.balance * held

/** The standings there are, the highest first: those that no rule tells apart. */
export const standingsOf = ({ applicants }: Instance): readonly number[] =>
  [...new Set(applicants.map((applicant) => applicant.priority))].toSorted((a, b) => b - a)

/** How many of those who were placed before are placed elsewhere now, or not at all. */
export const movesOf = ({ applicants, rules }: Instance, assignment: Assignment): number =>
  applicants.filter(({ id }) => {
    const before = rules.before?.[id]
    return before !== undefined && assignment.get(id) !== before
  }).length

/** The weight of an assignment: wishes, travel, order, balance. */
export const weightOf = (instance: Instance, assignment: Assignment): number => {
  const applicants = instance.applicants.toSorted(byPriority)
  const groups = new Map(instance.groups.map((group) => [group.id, group]))
  const held = new Map(instance.groups.map((group) => [group.id, group.organisationsTaken]))
  let sum = 0
  for (const [position, applicant] of applicants.entries()) {
    const group = groups.get(assignment.get(applicant.id) ?? '')
    if (!group) {
      sum += weightOfLeavingOut(position, applicants.length)
      continue
    }
    const before = held.get(group.id) ?? 0
    held.set(group.id, before + 1)
    sum += weightOfPair(applicant, group) + weightOfFilling(before)
  }
  const opened = instance.groups.filter((group) => group.isNew && (held.get(group.id) ?? 0) > 0).length
  return sum + opened * weights.opening
}

/**
 * What an assignment is worth, the weightiest first: how many of the highest standing are left out, of the next, …,
 * how many are moved, and only then the weight of the wishes. Of two, the better is the one that is less where they first differ.
 */
export const worthOf = (instance: Instance, assignment: Assignment): readonly number[] => [
  ...standingsOf(instance).map(
    (standing) => instance.applicants.filter((each) => each.priority === standing && !assignment.has(each.id)).length,
  ),
  movesOf(instance, assignment),
  weightOf(instance, assignment),
]

/** Less than 0 when the first is the better one. */
export const compareWorth = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
