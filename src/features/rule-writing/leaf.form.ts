import { academicYear, yearLabel } from '../../vocabulary/academic-year.ts'
import { formatDate } from '../../vocabulary/local-time.ts'
import { slugOf } from '../../vocabulary/slug.ts'
import { parseDate } from '../../vocabulary/typed-date.ts'
import { answerFault, commitmentWords, type Leaf, parseRule, type Rule, type Years } from '../criteria/index.ts'
import { type ListFrom, type Lists, listOf, type ValueField } from './fact-kinds.ts'
import { facts } from './facts-to-choose.ts'
import type { FactNode } from './tree.ts'

/** A leaf, or what is wrong with which of its values. */
export type LeafRead = { readonly leaf: Leaf } | { readonly problems: Readonly<Record<string, string>> }

type Values = FactNode['values']

const one = (values: Values, name: string): string => {
  const value = values[name]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}

const several = (values: Values, name: string): readonly string[] => {
  const value = values[name]
  return typeof value === 'string' ? [value] : (value ?? [])
}

const numberProblem = (text: string, least: number, most: number): string | null => {
  const number = Number(text)
  if (text === '' || (/^-?\d+(\.\d+)?$/.test(text) && number >= least && number <= most)) return null
  return most < 10_000 ? `Enter a number from ${least} to ${most}` : 'Enter a number'
}

const choiceProblem = (
  field: ValueField & { readonly from: ListFrom },
  values: Values,
  lists: Lists,
): string | null => {
  const known = new Set(listOf(field.from, lists).map(({ value }) => value))
  const chosen = several(values, field.name).filter((value) => value !== '')
  if (chosen.length === 0) return field.kind === 'one' ? 'Choose one' : 'Choose at least one'
  return chosen.every((value) => known.has(value)) ? null : 'Choose from the list'
}

const problemOf = (field: ValueField, values: Values, lists: Lists): string | null => {
  if ('from' in field) return choiceProblem(field, values, lists)
  const text = one(values, field.name)
  if (field.kind === 'number') return numberProblem(text, field.least ?? 0, field.most ?? 1_000_000)
  return field.kind === 'day' && text !== '' && !parseDate(text) ? 'Enter a day such as 1 September 2020' : null
}

const number = (values: Values, name: string): number | undefined => {
  const text = one(values, name)
  return text === '' ? undefined : Number(text)
}

const day = (values: Values, name: string): string | undefined => parseDate(one(values, name))?.toString()

const yearsGiven = (text: string): readonly number[] | null => {
  const years = text.split(/[,;]/).map((each) => /^\s*(\d{4})(?:\s*[/-]\s*\d{2,4})?\s*$/.exec(each)?.[1])
  return years.every((year) => year !== undefined) ? [...new Set(years.map(Number))].toSorted((a, b) => a - b) : null
}

const yearsOf = (values: Values): Years =>
  one(values, 'years') === 'given' ? (yearsGiven(one(values, 'given')) ?? []) : (one(values, 'years') as Years)

const every = (values: Values) => (one(values, 'every') === 'every' ? { every: true } : {})

const agreedTo = (text: string): string => {
  const known = ['full_year', 'same_people_all_year'].find(
    (key) => commitmentWords(key).toLowerCase() === text.toLowerCase(),
  )
  return known ?? slugOf(text).slice(0, 60).replaceAll('-', '_').replace(/_$/, '')
}

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const present = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const sinceOf = (values: Values) => {
  const [months, on] = [number(values, 'months'), day(values, 'on')]
  if (months !== undefined) return { since: { months } }
  return on === undefined ? {} : { since: { on } }
}

const oneOf = (values: Values) => ({ in: several(values, 'in').filter((value) => value !== '') })
const stage = (values: Values) => ({
  stage: one(values, 'stage'),
  status: several(values, 'status'),
  years: yearsOf(values),
})
const part = (values: Values) => ({ project: one(values, 'project'), years: yearsOf(values) })

const made: { readonly [Fact in Leaf['fact']]: (values: Values) => Readonly<Record<string, unknown>> } = {
  'organisation.kind': oneOf,
  'organisation.type': oneOf,
  'organisation.phase': oneOf,
  'organisation.state_funded': (values) => ({ is: one(values, 'is') === 'yes' }),
  'organisation.itt_kind': oneOf,
  'organisation.itt_phases': oneOf,
  'organisation.status': oneOf,
  'organisation.area': () => ({ is: 'hub' }),
  'organisation.authority': oneOf,
  'organisation.free_meals': (values) => ({ atLeast: number(values, 'atLeast') }),
  'organisation.stage': stage,
  'organisation.project': part,
  'person.post': (values) => ({ ...oneOf(values), held: true, ...sinceOf(values), ...every(values) }),
  'person.experience': (values) => ({ years: number(values, 'years'), ...every(values) }),
  'person.stage': stage,
  'person.project': part,
  commitment: (values) => ({ key: agreedTo(one(values, 'words')), declared: true }),
  answer: (values) => ({
    key: one(values, 'key'),
    ...present({
      in: lines(one(values, 'in')).length > 0 ? lines(one(values, 'in')) : undefined,
      atLeast: number(values, 'atLeast'),
      atMost: number(values, 'atMost'),
      notBefore: day(values, 'notBefore'),
      notAfter: day(values, 'notAfter'),
    }),
  }),
}

// What is wrong beyond single fields: what is needed and empty, or said twice in two ways.
const beyond = ({ fact, values }: FactNode): Readonly<Record<string, string>> => {
  if (one(values, 'years') === 'given' && !yearsGiven(one(values, 'given'))?.length)
    return { given: 'Enter the years, such as 2019/20, 2020/21' }
  if (fact === 'organisation.free_meals' && one(values, 'atLeast') === '')
    return { atLeast: 'Enter a number from 0 to 100' }
  if (fact === 'person.experience' && one(values, 'years') === '') return { years: 'Enter a number of years' }
  if (fact === 'person.post' && one(values, 'months') !== '' && one(values, 'on') !== '')
    return { on: 'Say for how long, or since when: not both' }
  if (fact === 'commitment' && agreedTo(one(values, 'words')) === '') return { words: 'Enter what they agree to' }
  if (fact !== 'answer') return {}
  const tests = [
    one(values, 'in'),
    `${one(values, 'atLeast')}${one(values, 'atMost')}`,
    `${one(values, 'notBefore')}${one(values, 'notAfter')}`,
  ]
  return tests.filter((test) => test !== '').length > 1
    ? { in: 'Say which answers, or numbers, or days: not several of them' }
    : {}
}

const isOfAnswer = (rule: Rule): rule is LeafOf<'answer'> => 'fact' in rule && rule.fact === 'answer'

type Made = Readonly<Record<string, unknown>>

// Answers to choose from are typed as they read, and kept by their names.
const withKeys = (leaf: Made, { questions }: Lists): Made => {
  const choices = leaf['fact'] === 'answer' && questions.find(({ key }) => key === leaf['key'])?.choices
  if (!choices || !Array.isArray(leaf['in'])) return leaf
  const keyOf = (typed: string) =>
    choices.find(({ key, label }) => key === typed || label.toLowerCase() === typed.toLowerCase())?.key ?? typed
  return { ...leaf, in: leaf['in'].map(String).map(keyOf) }
}

/** Reads one fact as it was composed. */
export const readLeaf = (node: FactNode, lists: Lists): LeafRead => {
  const { fact, values } = node
  const problems = Object.fromEntries(
    facts[fact].fields.flatMap((field) => {
      const problem = problemOf(field, values, lists)
      return problem === null ? [] : [[field.name, problem] as const]
    }),
  )
  const all = { ...problems, ...beyond(node) }
  if (Object.keys(all).length > 0) return { problems: all }
  const read = parseRule(withKeys({ fact, ...made[fact](values) }, lists))
  const fault = read.ok && isOfAnswer(read.rule) ? answerFault(read.rule, lists.questions) : null
  if (fault !== null) return { problems: { in: fault } }
  return read.ok ? { leaf: read.rule as Leaf } : { problems: { [facts[fact].fields[0]?.name ?? 'is']: read.message } }
}

const yearsTyped = (years: Years): Values =>
  typeof years === 'string'
    ? { years }
    : { years: 'given', given: years.map((year) => yearLabel(academicYear(year))).join(', ') }

const dayTyped = (text: string | undefined) => (text === undefined ? '' : formatDate(Temporal.PlainDate.from(text)))

type LeafOf<Fact extends Leaf['fact']> = Extract<Leaf, { fact: Fact }>

const numberTyped = (value: number | undefined): string => (value === undefined ? '' : String(value))
const chosen = (leaf: { readonly in: readonly string[] }): Values => ({ in: leaf.in })
const stageTyped = (leaf: LeafOf<'organisation.stage' | 'person.stage'>): Values => ({
  stage: leaf.stage,
  status: leaf.status,
  ...yearsTyped(leaf.years),
})
const partTyped = (leaf: LeafOf<'organisation.project' | 'person.project'>): Values => ({
  project: leaf.project,
  ...yearsTyped(leaf.years),
})
const everyTyped = (leaf: { readonly every?: true }) => ({ every: leaf.every ? 'every' : 'some' })

const sinceTyped = ({ since }: LeafOf<'person.post'>): Values => {
  if (!since) return {}
  return 'on' in since ? { on: dayTyped(since.on) } : { months: String(since.months) }
}

const typed: { readonly [Fact in Leaf['fact']]: (leaf: LeafOf<Fact>) => Values } = {
  'organisation.kind': chosen,
  'organisation.type': chosen,
  'organisation.phase': chosen,
  'organisation.state_funded': (leaf) => ({ is: leaf.is ? 'yes' : 'no' }),
  'organisation.itt_kind': chosen,
  'organisation.itt_phases': chosen,
  'organisation.status': chosen,
  'organisation.area': () => ({}),
  'organisation.authority': chosen,
  'organisation.free_meals': (leaf) => ({ atLeast: String(leaf.atLeast) }),
  'organisation.stage': stageTyped,
  'organisation.project': partTyped,
  'person.post': (leaf) => ({ ...chosen(leaf), ...everyTyped(leaf), ...sinceTyped(leaf) }),
  'person.experience': (leaf) => ({ years: String(leaf.years), ...everyTyped(leaf) }),
  'person.stage': stageTyped,
  'person.project': partTyped,
  commitment: (leaf) => ({ words: commitmentWords(leaf.key) }),
  answer: (leaf) => ({
    key: leaf.key,
    atLeast: numberTyped(leaf.atLeast),
    atMost: numberTyped(leaf.atMost),
    notBefore: dayTyped(leaf.notBefore),
    notAfter: dayTyped(leaf.notAfter),
  }),
}

/** A leaf as its fields show it, with answers to choose from as they read. */
export const valuesWith =
  ({ questions }: Lists) =>
  (leaf: Leaf): Values => {
    const values = (typed[leaf.fact] as (leaf: Leaf) => Values)(leaf)
    if (leaf.fact !== 'answer') return values
    const choices = questions.find(({ key }) => key === leaf.key)?.choices ?? []
    return {
      ...values,
      in: (leaf.in ?? []).map((each) => choices.find(({ key }) => key === each)?.label ?? each).join('\n'),
    }
  }
