import { typedList, typedText } from '../../../platform/forms.ts'
import type { FieldError, Parsed, Typed } from '../../../vocabulary/form.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'
import type { Answered } from '../../interest/index.ts'
import { type AnswerValue, answerInWords, type Question } from '../../projects/index.ts'

/** A file that was sent for a question, by the name of the question. */
export type FileSent = { readonly id: string; readonly name: string }
export type FilesSent = Readonly<Record<string, FileSent>>

/** The field of a question in a form. */
export const answerField = ({ key }: Pick<Question, 'key'>): string => `answer_${key}`

const longest = 4000

type Read = { readonly value: AnswerValue; readonly shown: string } | { readonly wrong: string } | null

const missing: Readonly<Record<Question['kind'], string>> = {
  text: 'Answer',
  choice: 'Choose an answer to',
  choices: 'Choose at least one answer to',
  number: 'Enter a number for',
  date: 'Enter a date for',
  file: 'Send a file for',
}

const readText = (question: Question, body: Typed): Read => {
  const typed = typedText(body, answerField(question)).trim()
  if (typed === '') return null
  return typed.length > longest ? { wrong: `use at most ${longest} characters` } : { value: typed, shown: typed }
}

const readChosen = (question: Question, body: Typed): Read => {
  const typed = typedList(body, answerField(question))
  const keys = question.choices.map(({ key }) => key).filter((key) => typed.includes(key))
  const [only] = keys
  if (only === undefined) return null
  const value = question.kind === 'choice' ? only : keys
  return { value, shown: answerInWords(question, value) }
}

const readNumber = (question: Question, body: Typed): Read => {
  const typed = typedText(body, answerField(question)).trim().replaceAll(',', '')
  if (typed === '') return null
  if (!/^-?\d{1,9}(\.\d{1,4})?$/.test(typed)) return { wrong: 'Enter a number in figures, like 24' }
  return { value: Number(typed), shown: String(Number(typed)) }
}

const readDate = (question: Question, body: Typed): Read => {
  const field = answerField(question)
  const parts = ['day', 'month', 'year'].map((part) => typedText(body, `${field}-${part}`).trim())
  const [day = '', month = '', year = ''] = parts
  if (parts.every((part) => part === '')) return null
  const date = dateFromParts(day, month, year)
  return date ? { value: date.toString(), shown: formatDate(date) } : { wrong: 'Enter the date as 17 11 2021' }
}

const readOne = (question: Question, body: Typed, files: FilesSent): Read => {
  const file = files[question.key]
  switch (question.kind) {
    case 'text':
      return readText(question, body)
    case 'choice':
    case 'choices':
      return readChosen(question, body)
    case 'number':
      return readNumber(question, body)
    case 'date':
      return readDate(question, body)
    case 'file':
      return file ? { value: file.id, shown: file.name } : null
  }
}

/** Reads the answers to the questions of a project, or says what is wrong with which. */
export const readAnswers = (
  questions: readonly Question[],
  body: Typed,
  files: FilesSent,
): Parsed<readonly Answered[]> => {
  const errors: FieldError[] = []
  const answers: Answered[] = []
  for (const question of questions) {
    const { key, kind, label, isRequired } = question
    const field = kind === 'date' ? `${answerField(question)}-day` : answerField(question)
    const read = readOne(question, body, files)
    if (read === null) {
      if (isRequired) errors.push({ field, message: `${missing[kind]} “${label}”` })
    } else if ('wrong' in read) errors.push({ field, message: `“${label}”: ${read.wrong}` })
    else answers.push({ key, kind, question: label, value: read.value, shown: read.shown })
  }
  return errors.length > 0 ? { ok: false, errors, typed: body } : { ok: true, value: answers }
}

/** Answers as the form that asked for them shows them; files are not typed. */
export const answersTyped = (answers: readonly Answered[]): Typed =>
  Object.fromEntries(
    answers.flatMap(({ key, kind, value }): (readonly [string, string | readonly string[]])[] => {
      const field = answerField({ key })
      if (kind === 'file') return []
      if (typeof value === 'object') return [[field, [...value]]]
      if (kind !== 'date') return [[field, String(value)]]
      const [year = '', month = '', day = ''] = String(value).split('-')
      return [
        [`${field}-day`, String(Number(day))],
        [`${field}-month`, String(Number(month))],
        [`${field}-year`, year],
      ]
    }),
  )
