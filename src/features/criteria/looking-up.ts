import type { Finding, KnownFacts, KnownOrganisation, Said } from './known-facts.ts'
import type { Leaf, LeafOf, Years } from './leaf.ts'
import type { Answer } from './rule.ts'

export type Lookup<Fact extends Leaf['fact']> = (leaf: LeafOf<Fact>, known: KnownFacts) => Finding
export type Lookups<Fact extends Leaf['fact']> = { readonly [Each in Fact]: Lookup<Each> }

export const unknown = 'Not yet known'
export const answerIf = (is: boolean): Answer => (is ? 'yes' : 'no')

export const listed = (values: readonly string[], names: Readonly<Record<string, string>>): string =>
  values.map((value) => names[value] ?? value).join(', ')

const registerOf = ({ kind, isUnnamed }: KnownOrganisation): string =>
  isUnnamed
    ? 'what you say'
    : kind === 'school'
      ? 'the public register of schools'
      : 'the public register of organisations'

/** A fact as a register tells it; null where it says nothing. */
export const fromRegister = (
  { organisation }: KnownFacts,
  label: string,
  value: string | null,
  answer: Answer,
): Finding => ({
  answer: value === null ? 'not_yet_known' : answer,
  fact: {
    label,
    value: value ?? unknown,
    source: registerOf(organisation),
    asOf: value === null ? null : (organisation.readOn?.toString() ?? null),
  },
})

/** Who told a fact, and how a hub came to know it. */
export const tellerOf = ({ by, source }: Said): string => {
  if (by === 'sender') return 'what the sender says'
  return source === undefined ? 'what the hub knows' : `the hub: ${source}`
}

/** A fact as somebody told it, where no register does. */
export const fromSaid = (said: Said, label: string, value: string, answer: Answer): Finding => ({
  answer,
  fact: { label, value, source: tellerOf(said), asOf: said.on },
})

/** A fact that nobody has told yet. */
export const notTold = (label: string, source: string): Finding => ({
  answer: 'not_yet_known',
  fact: { label, value: unknown, source, asOf: null },
})

/** Whether a year is one of those meant, of a project of this year. */
export const isMeant = (years: Years, year: number, own: number): boolean => {
  if (years === 'ever') return true
  if (years === 'before') return year < own
  return years === 'same' ? year === own : years.includes(year)
}
