import { typedText } from '../../../platform/forms.ts'
import type { FieldError, Parsed, Typed } from '../../../vocabulary/form.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'
import { readAnswers } from '../../asking/index.ts'
import type { Answered } from '../../interest/index.ts'
import type { Question } from '../../projects/index.ts'

export type AnswersTold = {
  readonly answers: readonly Answered[]
  readonly source: string
  readonly toldOn: Temporal.PlainDate
}

/** What a hub can state for a school: a file is sent by whoever has it, as what it answers otherwise. */
export const statable = (questions: readonly Question[]): readonly Question[] =>
  questions.filter(({ kind }) => kind !== 'file')

const fieldOf = ({ key, kind }: Question): string => (kind === 'date' ? `answer_${key}-day` : `answer_${key}`)

const longestSource = 1000

const sourceFault = (source: string): string | null => {
  if (source === '') return 'Say how you know it, such as: told by telephone'
  return source.length > longestSource ? `Use at most ${longestSource} characters` : null
}

/** Answers as staff of the hub were told them: at least one, how they know, and since when. */
export const readTold = (
  questions: readonly Question[],
  body: Typed,
  today: Temporal.PlainDate,
): Parsed<AnswersTold> => {
  const read = readAnswers(
    questions.map((each) => ({ ...each, isRequired: false })),
    body,
    {},
  )
  const errors: FieldError[] = read.ok ? [] : [...read.errors]
  const answers = read.ok ? read.value : []
  const source = typedText(body, 'fact_source').trim()
  const wrong = (field: string, message: string) => errors.push({ field, message })
  const [first] = questions
  if (read.ok && answers.length === 0)
    wrong(first ? fieldOf(first) : 'fact_source', 'Answer at least one of the questions')
  const fault = sourceFault(source)
  if (fault) wrong('fact_source', fault)
  const part = (name: string) => typedText(body, `told_on-${name}`).trim()
  const toldOn = dateFromParts(part('day'), part('month'), part('year'))
  if (!toldOn) wrong('told_on-day', 'Enter the day you were told, as 17 11 2021')
  else if (Temporal.PlainDate.compare(toldOn, today) > 0) wrong('told_on-day', 'You were told today or before')
  return errors.length > 0 || !toldOn
    ? { ok: false, errors, typed: body }
    : { ok: true, value: { answers, source, toldOn } }
}
