import type { Joins, LineageKind, Question, QuestionKind } from '../projects/index.ts'
import type { WrittenRule } from './written-project.ts'

/** Who joins, as its writers choose it. */
export const joiningWords: Readonly<Record<Joins, string>> = {
  school: 'A school, with people it names',
  school_with_lead: 'A school, with a lead participant and others who come to some of it',
  school_with_advocates: 'A school, with named advocates',
  institution: 'An institution of teacher training',
  person: 'One person',
  trust_lead: 'The person who leads maths across a trust',
}

/** What a rule does. */
export const strengthWords: Readonly<Record<WrittenRule['strength'], string>> = {
  required: 'It decides',
  expected: 'It is normally expected, and asked about',
  priority: 'It says who comes first',
}

/** How a project comes from an earlier one. */
export const descentWords: Readonly<Record<LineageKind, string>> = {
  continues: 'It continues that project',
  renamed: 'That is what it was called',
  split: 'That project was split, and this is a part of it',
  merged: 'That project was merged into it',
  changed_model: 'It was run in another way then',
}

/** How a question is answered. */
export const questionKindWords: Readonly<Record<QuestionKind, string>> = {
  text: 'In words',
  choice: 'By choosing one answer',
  choices: 'By choosing any number of answers',
  number: 'With a number',
  date: 'With a date',
  file: 'With a file',
}

/** A question with all that belongs to it, as a comparison of versions shows it. */
export const questionInWords = ({ label, hint, kind, isRequired, choices }: Question): string =>
  [
    label,
    hint,
    `(${questionKindWords[kind]}${isRequired ? ', has to be answered' : ''})`,
    ...choices.map((choice) => `- ${choice.label}`),
  ]
    .filter(Boolean)
    .join('\n')

/** Such words to choose from. */
export const choicesOf = <Value extends string>(
  words: Readonly<Record<Value, string>>,
): readonly { readonly value: Value; readonly text: string }[] =>
  (Object.entries(words) as [Value, string][]).map(([value, text]) => ({ value, text }))
