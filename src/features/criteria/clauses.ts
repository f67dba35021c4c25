import { phaseLabels } from '../../vocabulary/phases.ts'
import { postLabels } from '../../vocabulary/posts.ts'
import { schoolTypeName } from '../../vocabulary/school-types.ts'
import type { Names } from './known-facts.ts'
import type { Leaf, LeafOf, PartIn, StageOf } from './leaf.ts'
import type { Rule } from './rule.ts'
import {
  andList,
  choiceIn,
  commitmentWords,
  inWords,
  ittKinds,
  ittPhaseNames,
  kinds,
  lowerFirst,
  orList,
  sinceInWords,
  stageStatusWords,
  statuses,
  testInWords,
  upperFirst,
  yearsInWords,
} from './words.ts'

/** What the rule is about, in the words of whoever reads it. */
export type Subject = 'your school' | 'your institution' | 'your trust' | 'your organisation'

type About = { readonly names: Names; readonly subject: Subject }
type Clause<Fact extends Leaf['fact']> = (leaf: LeafOf<Fact>, about: About, isMet: boolean) => string

const named = (values: readonly string[], names: Readonly<Record<string, string>>): string =>
  orList(values.map((value) => lowerFirst(names[value] ?? value)))

const taken = ({ stage, status, years }: StageOf, { stages }: Names): string =>
  `${orList(status.map((each) => stageStatusWords[each]))} ${stages.get(stage) ?? inWords(stage)} ${yearsInWords(years)}`

const project = (leaf: Pick<PartIn, 'project'>, { projects }: Names): string =>
  leaf.project === 'this' ? 'this project' : (projects.get(leaf.project) ?? 'another project')

const people = (leaf: { readonly every?: true }, isMet: boolean): string => {
  if (leaf.every) return isMet ? 'everybody who would take part' : 'not everybody who would take part'
  return isMet ? 'somebody who would take part' : 'nobody who would take part'
}

const not = (isMet: boolean): string => (isMet ? '' : ' not')

const clauses: { readonly [Fact in Leaf['fact']]: Clause<Fact> } = {
  'organisation.kind': (leaf, _, isMet) => `your organisation is${not(isMet)} a ${named(leaf.in, kinds)}`,
  'organisation.type': (leaf, { subject }, isMet) =>
    `${subject} is${not(isMet)} of the type ${orList(leaf.in.map((code) => lowerFirst(schoolTypeName(code))))}`,
  'organisation.phase': (leaf, { subject }, isMet) =>
    `${subject} teaches ${isMet ? '' : 'no '}${named(leaf.in, phaseLabels)} pupils`,
  'organisation.state_funded': (leaf, { subject }, isMet) => `${subject} is${not(isMet === leaf.is)} state-funded`,
  'organisation.itt_kind': (leaf, _, isMet) =>
    `you ${isMet ? 'train' : 'do not train'} teachers as a ${orList(leaf.in.map((kind) => (kind === 'hei' ? 'university (HEI)' : lowerFirst(ittKinds[kind] ?? kind))))}`,
  'organisation.itt_phases': (leaf, _, isMet) =>
    `you ${isMet ? 'train' : 'do not train'} teachers for ${orList(leaf.in.map((phase) => ittPhaseNames[phase] ?? phase))}`,
  'organisation.status': (leaf, { subject }, isMet) => `${subject} is${not(isMet)} ${named(leaf.in, statuses)}`,
  'organisation.area': (_leaf, { subject }, isMet) => `${subject} is ${isMet ? 'in' : 'outside'} the area of the hub`,
  'organisation.authority': (leaf, { subject, names }, isMet) =>
    `${subject} is${not(isMet)} in ${orList(leaf.in.map((code) => names.authorities.get(code) ?? code))}`,
  'organisation.free_meals': (leaf, _, isMet) =>
    `${isMet ? 'at least' : 'fewer than'} ${leaf.atLeast}% of your pupils can have free school meals`,
  'organisation.stage': (leaf, { subject, names }, isMet) => `${subject} has${not(isMet)} ${taken(leaf, names)}`,
  'organisation.project': (leaf, { subject, names }, isMet) =>
    leaf.years === 'same'
      ? `${subject} ${isMet ? 'has a place' : 'has no place'} in ${project(leaf, names)} in the same year`
      : `${subject} has${not(isMet)} had a place in ${project(leaf, names)} ${yearsInWords(leaf.years)}`,
  'person.post': (leaf, _, isMet) => {
    const posts = orList(leaf.in.map((post) => lowerFirst(postLabels[post])))
    return `${people(leaf, isMet)} is now ${posts}${leaf.since ? `, and has been ${sinceInWords(leaf.since)}` : ''}`
  },
  'person.experience': (leaf, _, isMet) =>
    `${people(leaf, isMet)} has taught for ${leaf.years === 1 ? 'at least a year' : `at least ${leaf.years} years`}`,
  'person.stage': (leaf, { names }, isMet) => `${people({}, isMet)} has ${taken(leaf, names)}`,
  'person.project': (leaf, { names }, isMet) =>
    `${people({}, isMet)} has taken part in ${project(leaf, names)} ${yearsInWords(leaf.years)}`,
  commitment: (leaf, _, isMet) =>
    `you ${isMet ? 'agree' : 'do not agree'} to this: ${lowerFirst(commitmentWords(leaf.key))}`,
  answer: (leaf, { names }, isMet) => {
    const label = `“${names.questions.get(leaf.key) ?? inWords(leaf.key)}”`
    const test = testInWords(leaf, choiceIn(names, leaf.key))
    if (test === '') return isMet ? `you have answered ${label}` : `you have not answered ${label}`
    return `your answer to ${label} is${not(isMet)} ${test}`
  },
}

/** One fact of a rule in plain words, met or denied: "your school is not state-funded". */
export const clauseOf = (leaf: Leaf, about: About, isMet = true): string =>
  (clauses[leaf.fact] as Clause<Leaf['fact']>)(leaf as never, about, isMet)

const isLong = (text: string): boolean => / and | or |[,:;]/.test(text)

const joined = (parts: readonly string[], word: 'and' | 'or'): string => {
  if (parts.some(isLong)) return parts.join(`, ${word} `)
  return word === 'and' ? andList(parts) : orList(parts)
}

const several = (rules: readonly Rule[], word: 'and' | 'or', about: About, isMet: boolean): string => {
  const parts = rules.map((rule) => wordsOf(rule, about, isMet))
  return word === 'or' && parts.length > 1 ? `either ${joined(parts, 'or')}` : joined(parts, word)
}

const wordsOf = (rule: Rule, about: About, isMet: boolean): string => {
  if ('fact' in rule) return clauseOf(rule, about, isMet)
  if ('not' in rule) return wordsOf(rule.not, about, !isMet)
  if ('all' in rule) return several(rule.all, isMet ? 'and' : 'or', about, isMet)
  if ('any' in rule) return several(rule.any, isMet ? 'or' : 'and', about, isMet)
  const parts = rule.of.map((part) => wordsOf(part, about, true)).join('; ')
  return `${isMet ? 'at least' : 'fewer than'} ${rule.atLeast} of these ${rule.atLeast === 1 ? 'is' : 'are'} so: ${parts}`
}

/** The sentence that a rule proposes for itself; whoever writes it may word it anew. */
export const sentenceOfRule = (rule: Rule, about: About): string => `${upperFirst(wordsOf(rule, about, true))}.`
