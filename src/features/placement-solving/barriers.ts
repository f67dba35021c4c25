import { type GridPoint, metresBetween, milesOf } from '../../vocabulary/grid.ts'
import type { Applicant, GroupToFill, Rules } from './instance.ts'

// A distance that is exactly the limit may come out a hair above it.
const rounding = 1e-9

/** What keeps an applicant out of a group whoever else is placed. */
export type Barrier =
  | { readonly kind: 'miles'; readonly miles: number; readonly limit: number }
  | { readonly kind: 'minutes'; readonly minutes: number; readonly limit: number }
  | { readonly kind: 'dates' }
  | { readonly kind: 'phase' }
  | { readonly kind: 'room' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'pinned' }

/** The rules, looked up by applicant. */
export type Barred = {
  readonly rules: Rules
  readonly pins: ReadonlyMap<string, string | null>
  readonly forbidden: ReadonlyMap<string, ReadonlySet<string>>
}

export const barredBy = (rules: Rules): Barred => ({
  rules,
  pins: new Map(rules.pins.map((pin) => [pin.applicantId, pin.groupId])),
  forbidden: new Map(
    [...Map.groupBy(rules.forbidden, (each) => each.applicantId)].map(([id, own]) => [
      id,
      new Set(own.map((each) => each.groupId)),
    ]),
  ),
})

/** The distance from an applicant to where a group meets; null when one of them is not known. */
export const milesBetween = (
  applicant: { readonly at: GridPoint | null },
  group: { readonly at: GridPoint | null },
): number | null => (applicant.at && group.at ? milesOf(metresBetween(applicant.at, group.at)) : null)

/** How far somebody goes at most: as it said itself, or as the hub says for everyone, whichever is less. */
export const mostMilesOf = (applicant: Applicant, { mostMiles }: Rules): number | null => {
  if (mostMiles === null) return applicant.travelLimitMiles
  return applicant.travelLimitMiles === null ? mostMiles : Math.min(mostMiles, applicant.travelLimitMiles)
}

/** Minutes to a group by the hub's table; null where it does not tell them. */
export const minutesTo = ({ minutes }: Pick<Applicant, 'minutes'>, { id }: Pick<GroupToFill, 'id'>): number | null =>
  minutes[id] ?? null

/** How many minutes somebody goes at most: as the hub says for everyone, or more where it has agreed to. */
export const mostMinutesOf = ({ agreedMinutes }: Applicant, { mostMinutes }: Rules): number | null =>
  mostMinutes === null ? null : Math.max(mostMinutes, agreedMinutes ?? 0)

// Where the table tells minutes, they stand for the miles that the hub allows; what a school said itself holds in any case.
const beyondMiles = (applicant: Applicant, group: GroupToFill, rules: Rules): Barrier | null => {
  const limit = minutesTo(applicant, group) === null ? mostMilesOf(applicant, rules) : applicant.travelLimitMiles
  const miles = limit === null ? null : milesBetween(applicant, group)
  return limit !== null && miles !== null && miles > limit + rounding ? { kind: 'miles', miles, limit } : null
}

const beyondMinutes = (applicant: Applicant, group: GroupToFill, rules: Rules): Barrier | null => {
  const [minutes, limit] = [minutesTo(applicant, group), mostMinutesOf(applicant, rules)]
  return limit !== null && minutes !== null && minutes > limit ? { kind: 'minutes', minutes, limit } : null
}

const isOfAnotherPhase = ({ phase }: Applicant, { phasesTaken }: GroupToFill, { phases }: Rules): boolean =>
  phases === 'one' && phase !== null && Object.keys(phasesTaken).length > 0 && !phasesTaken[phase]

const isFullAlready = (applicant: Applicant, group: GroupToFill): boolean =>
  group.organisationsLeft < 1 || applicant.people > group.peopleLeft

/** What the hub has settled by hand against this group. */
const byHand = ({ id }: Applicant, group: GroupToFill, { pins, forbidden }: Barred): Barrier | null => {
  if (forbidden.get(id)?.has(group.id)) return { kind: 'forbidden' }
  return pins.has(id) && pins.get(id) !== group.id ? { kind: 'pinned' } : null
}

/** Why somebody can never be put into a group, or null: the travel limits first, then what could be changed by the hub. */
export const barrierOf = (applicant: Applicant, group: GroupToFill, barred: Barred): Barrier | null => {
  const { rules } = barred
  const travel = beyondMiles(applicant, group, rules) ?? beyondMinutes(applicant, group, rules)
  if (travel) return travel
  if (rules.dates === 'never' && applicant.clashes.includes(group.id)) return { kind: 'dates' }
  if (isOfAnotherPhase(applicant, group, rules)) return { kind: 'phase' }
  return byHand(applicant, group, barred) ?? (isFullAlready(applicant, group) ? { kind: 'room' } : null)
}
