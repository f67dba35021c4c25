import type { Applicant, GroupToFill, Instance, Rules } from '../../src/features/placement-solving/index.ts'

/** Numbers from 0 up to 1 that are the same for the same seed. */
export const chanceOf = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

type Size = {
  readonly applicants: number
  readonly groups: number
  readonly seed: number
  /** Room and travel alone, or with every other kind of limit and wish. */
  readonly plain?: boolean
}

const plainRules: Rules = {
  dates: 'never',
  phases: 'any',
  mostOfAPhase: 5,
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

/** A made-up hub, or several: schools and groups strewn over a country that grows with the number of groups. */
export const makeInstance = ({ applicants: schools, groups: halls, seed, plain = false }: Size): Instance => {
  const chance = chanceOf(seed)
  const below = (most: number) => Math.floor(chance() * most)
  const side = Math.sqrt(halls / 14) * 50_000
  const at = () => ({ easting: Math.round(400_000 + chance() * side), northing: Math.round(200_000 + chance() * side) })
  const often = (part: number) => !plain && chance() < part
  const groups = Array.from(
    { length: halls },
    (_, n): GroupToFill => ({
      id: `group-${String(n).padStart(4, '0')}`,
      offerId: 'offer',
      name: `Group ${n}`,
      at: at(),
      venueId: null,
      themeId: null,
      organisationsTaken: below(3),
      organisationsLeft: 6 + below(4),
      peopleLeft: 12 + below(5),
      minimum: plain ? 0 : 5,
      phasesTaken: {},
      days: plain ? [] : [1 + below(5)],
      isNew: false,
    }),
  )
  const anyGroup = () => groups[below(halls)]?.id ?? ''
  const someday = () => 1 + below(5)
  const ofAll = (n: number): Applicant => ({
    id: `school-${String(n).padStart(5, '0')}`,
    unit: `unit-${n}`,
    offerId: 'offer',
    people: 1 + below(3),
    at: at(),
    phase: null,
    priority: 0,
    askedAt: `2021-09-01T${String(n).padStart(5, '0')}`,
    travelLimitMiles: chance() < 0.6 ? 6 + below(14) : null,
    minutes: {},
    agreedMinutes: null,
    themeId: null,
    wishes: [],
    days: [],
    places: [],
    continues: [],
    clashes: [],
  })
  const wishing = (applicant: Applicant): Applicant => ({
    ...applicant,
    phase: chance() < 0.6 ? 'primary' : 'secondary',
    priority: below(3),
    wishes: often(0.5) ? [anyGroup(), anyGroup()] : [],
    days: often(0.3) ? [someday(), someday()] : [],
    continues: often(0.2) ? [anyGroup()] : [],
    clashes: often(0.2) ? [anyGroup()] : [],
  })
  const applicants = Array.from({ length: schools }, (_, n) => (plain ? ofAll(n) : wishing(ofAll(n))))
  if (plain) return { applicants, groups, rules: plainRules }
  const anyone = () => applicants[below(schools)]?.id ?? ''
  const pairs = () =>
    Array.from({ length: Math.ceil(schools / 40) }, () => [anyone(), anyone()]).filter(([a, b]) => a !== b)
  const opened = [1, 2, 3].flatMap((venue) => {
    const there = at()
    return [1, 2].map(
      (copy): GroupToFill => ({
        id: `new-${venue}-${copy}`,
        offerId: 'offer',
        name: `A new group at ${venue}`,
        at: there,
        venueId: null,
        themeId: null,
        organisationsTaken: 0,
        organisationsLeft: 8,
        peopleLeft: 16,
        minimum: 6,
        phasesTaken: {},
        days: [],
        isNew: true,
      }),
    )
  })
  return {
    applicants,
    groups: [...groups, ...opened],
    rules: { ...plainRules, phases: 'mixed', together: pairs(), apart: pairs(), opening: 2 },
  }
}
