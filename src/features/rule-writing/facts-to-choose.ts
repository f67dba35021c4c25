import { phaseLabels } from '../../vocabulary/phases.ts'
import { postKinds, postLabels } from '../../vocabulary/posts.ts'
import { type Leaf, organisationWords } from '../criteria/index.ts'
import type { Choice, FactKind, ValueField } from './fact-kinds.ts'

const choices = (words: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

const years: readonly ValueField[] = [
  {
    name: 'years',
    label: 'In which years',
    kind: 'one',
    from: choices({
      before: 'In a year before the project’s own',
      same: 'In the project’s own year',
      ever: 'In any year',
      given: 'In the years given below',
    }),
  },
  {
    name: 'given',
    label: 'The years, if they are given',
    hint: 'Such as 2019/20, 2020/21. Leave empty otherwise.',
    kind: 'words',
  },
]

const stage: readonly ValueField[] = [
  { name: 'stage', label: 'Stage', kind: 'one', from: 'stages' },
  {
    name: 'status',
    label: 'How far',
    kind: 'several',
    from: choices({ completed: 'Completed it', in_progress: 'Took part, or is taking part', withdrew: 'Left early' }),
  },
  ...years,
]

const part: readonly ValueField[] = [
  {
    name: 'project',
    label: 'Project',
    hint: 'Its line of earlier years counts as well.',
    kind: 'one',
    from: 'projects',
  },
  ...years,
]

const who: ValueField = {
  name: 'every',
  label: 'Who has to',
  kind: 'one',
  from: choices({ some: 'Somebody who would come', every: 'Everybody who would come' }),
}

// Whoever is preparing for a post does not hold it.
const posts: readonly Choice[] = postKinds
  .filter((post) => post !== 'prospective_subject_lead')
  .map((post) => ({ value: post, text: postLabels[post] }))

const oneOf = (from: (ValueField & { kind: 'several' })['from'], label = 'One of these'): readonly ValueField[] => [
  { name: 'in', label, kind: 'several', from },
]

/** Every fact that a rule can ask for, with the values that make it a question, as it is offered to whoever composes one. */
export const facts: Readonly<Record<Leaf['fact'], FactKind>> = {
  'organisation.kind': {
    label: 'What kind of organisation it is',
    about: 'The organisation',
    fields: oneOf(choices(organisationWords.kinds)),
  },
  'organisation.type': {
    label: 'Its type in the schools register',
    about: 'The organisation',
    fields: oneOf('types'),
  },
  'organisation.phase': {
    label: 'Which phases it teaches',
    about: 'The organisation',
    fields: oneOf(choices(phaseLabels), 'At least one of these'),
  },
  'organisation.state_funded': {
    label: 'Whether it is state-funded',
    about: 'The organisation',
    fields: [
      { name: 'is', label: 'It is', kind: 'one', from: choices({ yes: 'State-funded', no: 'Not state-funded' }) },
    ],
  },
  'organisation.itt_kind': {
    label: 'What kind of provider of teacher training it is',
    about: 'The organisation',
    fields: oneOf(choices(organisationWords.ittKinds)),
  },
  'organisation.itt_phases': {
    label: 'For which phases it trains teachers',
    about: 'The organisation',
    fields: oneOf(choices(organisationWords.ittPhaseNames), 'At least one of these'),
  },
  'organisation.status': {
    label: 'Whether it is open',
    about: 'The organisation',
    fields: oneOf(choices(organisationWords.statuses)),
  },
  'organisation.area': { label: 'Whether it is in the area of the hub', about: 'The organisation', fields: [] },
  'organisation.authority': {
    label: 'In which local authority it is',
    about: 'The organisation',
    fields: oneOf('authorities'),
  },
  'organisation.free_meals': {
    label: 'How many of its pupils can have free school meals',
    about: 'The organisation',
    fields: [{ name: 'atLeast', label: 'At least', kind: 'number', suffix: '% of pupils', most: 100 }],
  },
  'person.post': {
    label: 'A post that they hold',
    about: 'Those who would come',
    fields: [
      ...oneOf(posts, 'One of these posts, held now'),
      {
        name: 'months',
        label: 'Held for at least',
        hint: 'Leave empty if it does not matter.',
        kind: 'number',
        suffix: 'months',
        least: 1,
        most: 600,
      },
      {
        name: 'on',
        label: 'Or held since',
        hint: 'A day such as 1 September 2020. Leave empty if it does not matter.',
        kind: 'day',
      },
      who,
    ],
  },
  'person.experience': {
    label: 'For how long they have taught',
    about: 'Those who would come',
    fields: [{ name: 'years', label: 'At least', kind: 'number', suffix: 'years', most: 60 }, who],
  },
  'organisation.stage': {
    label: 'A stage that the organisation has taken',
    about: 'What was taken part in',
    fields: stage,
  },
  'person.stage': {
    label: 'A stage that somebody who would come has taken',
    about: 'What was taken part in',
    fields: stage,
  },
  'organisation.project': {
    label: 'A place that the organisation has had',
    about: 'What was taken part in',
    fields: part,
  },
  'person.project': {
    label: 'A part that somebody who would come has taken',
    about: 'What was taken part in',
    fields: part,
  },
  commitment: {
    label: 'Something they agree to',
    about: 'What is said when asking',
    fields: [
      {
        name: 'words',
        label: 'What they agree to, in a few words',
        hint: 'Such as: taking part for the whole academic year',
        kind: 'words',
      },
    ],
  },
  answer: {
    label: 'An answer to a question of the project',
    about: 'What is said when asking',
    fields: [
      { name: 'key', label: 'Question', kind: 'one', from: 'questions' },
      {
        name: 'in',
        label: 'The answer is one of these',
        hint: 'One on each line. Leave all below empty as well, and any answer will do.',
        kind: 'lines',
      },
      { name: 'atLeast', label: 'Or a number, at least', kind: 'number' },
      { name: 'atMost', label: 'At most', kind: 'number' },
      { name: 'notBefore', label: 'Or a day, not before', kind: 'day' },
      { name: 'notAfter', label: 'Not after', kind: 'day' },
    ],
  },
}

export const isFact = (text: string): text is keyof typeof facts => Object.hasOwn(facts, text)
