import { formatMoney, type Pence } from '../../vocabulary/money.ts'

export const grantKinds = ['participation', 'release', 'lead_funding'] as const
export type GrantKind = (typeof grantKinds)[number]
export const grantKindLabels: Readonly<Record<GrantKind, string>> = {
  participation: 'Participation grant',
  release: 'Release payment',
  lead_funding: 'Additional funding for a lead',
}

export const grantPers = ['once', 'session', 'day'] as const
export type GrantPer = (typeof grantPers)[number]

export const grantPhases = ['primary', 'secondary', 'post_16'] as const
export type GrantPhase = (typeof grantPhases)[number]

/** What is granted, to whom and for how much: to the school that has a place, or to the school of whoever leads the group. */
export type GrantRule = {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly kind: GrantKind
  /** Only for groups of projects of this model; for all where it is null. */
  readonly deliveryModel: string | null
  readonly phase: GrantPhase | null
  readonly firstYearOnly: boolean
  readonly amountPence: Pence
  readonly per: GrantPer
  readonly leastSessions: number
  readonly leastDays: number
}

/** What somebody may have a grant for: how many sessions, and days in halves, they attended, or led, and what their school is. */
export type Earned = {
  readonly sessions: number
  readonly days: number
  readonly deliveryModel: string
  readonly phases: readonly GrantPhase[]
  readonly isFirstYear: boolean
}

const times: Readonly<Record<GrantPer, (earned: Earned) => number>> = {
  once: () => 1,
  session: ({ sessions }) => sessions,
  day: ({ days }) => days,
}

/** What a rule grants for what was attended or led; nothing where a condition of it is not met. */
export const grantDue = (rule: GrantRule, earned: Earned): Pence => {
  if (rule.deliveryModel !== null && rule.deliveryModel !== earned.deliveryModel) return 0
  if (rule.phase !== null && !earned.phases.includes(rule.phase)) return 0
  if (rule.firstYearOnly && !earned.isFirstYear) return 0
  if (earned.sessions < Math.max(1, rule.leastSessions) || earned.days < rule.leastDays) return 0
  // Half of an odd sum is rounded up to a penny.
  return Math.round(rule.amountPence * times[rule.per](earned))
}

const phaseOf: Readonly<Record<string, readonly GrantPhase[]>> = {
  nursery: ['primary'],
  primary: ['primary'],
  middle_deemed_primary: ['primary'],
  secondary: ['secondary'],
  middle_deemed_secondary: ['secondary'],
  post_16: ['post_16'],
  all_through: ['primary', 'secondary'],
}

/** The phases that a school counts as, by what the register says of it. */
export const phasesOf = (phase: string | null): readonly GrantPhase[] => phaseOf[phase ?? ''] ?? []

const perWords: Readonly<Record<GrantPer, string>> = {
  once: '',
  session: ' for each session',
  day: ' for each day, half days counting half,',
}
const phaseWords: Readonly<Record<GrantPhase, string>> = {
  primary: 'primary',
  secondary: 'secondary',
  post_16: 'post-16',
}
const numbered = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`

/** A rule in a sentence. */
export const grantRuleInWords = (rule: Omit<GrantRule, 'id' | 'name' | 'version'>): string => {
  const school = `${rule.phase ? `${phaseWords[rule.phase]} ` : ''}school`
  const whom = rule.kind === 'participation' ? `a ${school} that takes part` : `the ${school} of whoever leads a group`
  const least = [
    rule.leastSessions > 0 ? numbered(rule.leastSessions, 'session') : null,
    rule.leastDays > 0 ? numbered(rule.leastDays, 'day') : null,
  ].filter((words) => words !== null)
  const did = rule.kind === 'participation' ? 'attended' : 'led'
  return `${formatMoney(rule.amountPence)}${perWords[rule.per]} to ${whom}${rule.firstYearOnly ? ', in its first year' : ''}${least.length > 0 ? `, where at least ${least.join(' and ')} ${least.length === 1 && least[0]?.startsWith('1 ') ? 'was' : 'were'} ${did}` : ''}.`
}

export const highestGrantPence = 5_000_000

/** Why a rule cannot be as it is to be; null when it can. */
export const grantRuleRefusal = (rule: Omit<GrantRule, 'id' | 'version'>): string | null => {
  if (rule.name === '') return 'Enter a name for the rule.'
  if (rule.amountPence <= 0 || rule.amountPence > highestGrantPence)
    return `Enter an amount up to ${formatMoney(highestGrantPence)}.`
  return null
}
