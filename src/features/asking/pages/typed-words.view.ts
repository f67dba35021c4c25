import { isPostKind, postLabels } from '../../../vocabulary/posts.ts'
import { speakerTitle } from '../../../vocabulary/speaks-for.ts'
import { isWeekday, weekdayLabels } from '../../../vocabulary/weekdays.ts'
import { answerInWords } from '../../projects/index.ts'
import type { DetailsAsked } from './details.view.ts'

const labels: Readonly<Record<string, string>> = {
  name: 'Name',
  email: 'Email address',
  telephone: 'Telephone',
  post: 'What they do',
  self: 'The person who asks takes part',
  unnamed: 'People who are named later',
  theme: 'Theme',
  fewer: 'A place for fewer people is fine',
  travel: 'Miles at most',
  access: 'Access needs',
  comments: 'Comments',
  days: 'Days',
  commitments: 'Commitments',
  policy: 'The hub’s policy',
}
const parts: Readonly<Record<string, string>> = {
  name: 'name',
  email: 'email address',
  post: 'post',
  held: 'in this post',
}

const questionOf = ({ questions }: DetailsAsked, name: string) => {
  const key = name.replace(/^answer_/, '').replace(/-(day|month|year)$/, '')
  return name.startsWith('answer_') ? questions.find((question) => question.key === key) : undefined
}

const speakerInWords = ({ organisation }: DetailsAsked, name: string): string | null => {
  const [, part] = /^headteacher_(name|email)$/.exec(name) ?? []
  return part ? `${speakerTitle(organisation.kind)}: ${parts[part] ?? part}` : null
}

const rowInWords = (name: string): string | null => {
  const [, at, part] = /^person_(\d+)_(\w+)$/.exec(name) ?? []
  if (at && part) return `Person ${at}: ${parts[part] ?? part}`
  const [, wish, place] = /^(group|place)_(\d)$/.exec(name) ?? []
  return wish && place ? `${wish === 'group' ? 'Group' : 'Place'}, wish ${place}` : null
}

const questionInWords = (details: DetailsAsked, name: string): string | null => {
  const question = questionOf(details, name)
  const [, part] = /-(day|month|year)$/.exec(name) ?? []
  if (!question) return null
  return part ? `${question.label} (${part})` : question.label
}

/** What a field of a form is called. */
export const fieldInWords = (details: DetailsAsked, name: string): string =>
  rowInWords(name) ?? speakerInWords(details, name) ?? questionInWords(details, name) ?? labels[name] ?? name

const isPostField = (name: string): boolean => /^(post|person_\d+_post)$/.test(name)

const chosenInWords = ({ groups, places, themes, commitments }: DetailsAsked, value: string): string | undefined =>
  [...groups, ...places].find(({ id }) => id === value)?.name ??
  themes.find(({ id }) => id === value)?.title ??
  commitments.find(({ key }) => key === value)?.words

const oneInWords = (details: DetailsAsked, name: string, value: string): string => {
  if (isPostField(name)) return isPostKind(value) ? postLabels[value] : value
  if (name === 'days') return isWeekday(value) ? weekdayLabels[value] : value
  if (name === 'policy') return 'Agreed to'
  const question = questionOf(details, name)
  if (question) return answerInWords(question, question.kind === 'choices' ? [value] : value)
  return chosenInWords(details, value) ?? value
}

/** What was typed into a field, as people read it. */
export const valueInWords = (
  details: DetailsAsked,
  name: string,
  value: string | readonly string[] | undefined,
): string => {
  const values = value === undefined ? [] : typeof value === 'string' ? [value] : value
  return values.map((each) => oneInWords(details, name, each)).join(', ')
}
