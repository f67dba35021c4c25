import type { Typed } from '../../vocabulary/form.ts'
import { slugOf } from '../../vocabulary/slug.ts'
import { type Row, typedRows } from '../project-writing/index.ts'
import { isChosen, type Question, type QuestionChoice } from '../projects/index.ts'

/** The fields of each question in the form. */
export const questionRowFields = ['key', 'label', 'hint', 'kind', 'required', 'choices'] as const
export const blankQuestion: Row = { key: '', label: '', hint: '', kind: '', required: 'no', choices: '' }

/** A form asks no more than somebody answers in one sitting. */
export const mostQuestions = 20
export const mostChoices = 30

/** A name for programs made of words, which none of those given has. */
export const freshKey = (words: string, taken: Iterable<string>): string => {
  const all = new Set(taken)
  const base = slugOf(words).slice(0, 40).replaceAll('-', '_').replace(/_+$/, '') || 'question'
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? base : `${base}_${n}`
    if (!all.has(key)) return key
  }
}

/**
 * The answers to choose from, one a line. An answer keeps its key while its words stay; where one alone was put in
 * other words it keeps it too, so that what was answered before goes on meaning the same.
 */
export const choicesFrom = (lines: readonly string[], before: readonly QuestionChoice[]): readonly QuestionChoice[] => {
  const same = new Map(before.map(({ key, label }) => [label, key]))
  const gone = before.filter(({ label }) => !lines.includes(label))
  const fresh = lines.filter((line) => !same.has(line))
  const isReworded = gone.length === fresh.length && lines.length === before.length
  const taken = new Set(before.map(({ key }) => key))
  return lines.map((label) => {
    const known = same.get(label) ?? (isReworded ? gone[fresh.indexOf(label)]?.key : undefined)
    const key = known ?? freshKey(label, taken)
    taken.add(key)
    return { key, label }
  })
}

/** Questions as their form shows them. */
export const typedQuestions = (questions: readonly Question[]): Typed =>
  typedRows(
    questions.map(({ key, label, hint, kind, isRequired, choices }) => ({
      key,
      label,
      hint: hint ?? '',
      kind,
      required: isRequired ? 'yes' : 'no',
      choices: isChosen(kind) ? choices.map((choice) => choice.label).join('\n') : '',
    })),
  )
