import type { Parsed, Typed } from '../../../vocabulary/form.ts'
import { oneLine, parseRows, problemsOf, type Read, type Row } from '../../project-writing/index.ts'
import { isChosen, type Question, type QuestionKind, questionKinds } from '../../projects/index.ts'
import { choicesFrom, freshKey, mostChoices, mostQuestions, questionRowFields } from '../question-row.ts'

const atMost = (length: number): string => `Use at most ${length} characters`

const linesOf = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split('\n')
      .map(oneLine)
      .filter((line) => line !== ''),
  ),
]

type TypedRow = {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly kind: QuestionKind | null
  readonly isRequired: boolean
  /** The answers to choose from; none where the answer is not chosen. */
  readonly lines: readonly string[]
  readonly isEmpty: boolean
}

const typedRow = (row: Row): TypedRow => {
  const of = (field: (typeof questionRowFields)[number]): string => row[field] ?? ''
  const [label, hint, lines] = [oneLine(of('label')), oneLine(of('hint')), linesOf(of('choices'))]
  const kind = questionKinds.find((each) => each === of('kind')) ?? null
  return {
    ...{ key: of('key'), label, hint, kind, isRequired: of('required') === 'yes' },
    lines: kind !== null && isChosen(kind) ? lines : [],
    isEmpty: label === '' && hint === '' && lines.length === 0,
  }
}

const problemsIn = ({ label, hint, kind, lines }: TypedRow) => {
  const chosen = kind !== null && isChosen(kind)
  return problemsOf([
    ['label', label === '', 'Enter the question'],
    ['label', label.length > 300, atMost(300)],
    ['hint', hint.length > 500, atMost(500)],
    ['kind', kind === null, 'Choose how it is answered'],
    ['choices', chosen && lines.length < 2, 'Enter at least two answers, each on a line of its own'],
    ['choices', lines.length > mostChoices, `Enter at most ${mostChoices} answers`],
    ['choices', lines.some((line) => line.length > 200), 'Use at most 200 characters for each answer'],
  ])
}

const tooMany = `Ask at most ${mostQuestions} questions: nobody answers more in one sitting`

/** Reads the questions of a project: each keeps its name for programs, and a new one is given its own. */
export const readQuestions = (body: Typed, before: readonly Question[]): Parsed<readonly Question[]> => {
  const known = new Map(before.map((question) => [question.key, question]))
  const taken = new Set(known.keys())
  const read = parseRows(body, questionRowFields, (row): Read<Question> => {
    const typed = typedRow(row)
    const { label, hint, kind, isRequired, lines, isEmpty } = typed
    if (isEmpty) return null
    const problems = problemsIn(typed)
    if (problems || kind === null) return { problems: problems ?? {} }
    const was = known.get(typed.key)
    const key = was?.key ?? freshKey(label, taken)
    known.delete(key)
    taken.add(key)
    return {
      value: { key, kind, label, hint: hint || null, isRequired, choices: choicesFrom(lines, was?.choices ?? []) },
    }
  })
  return read.ok && read.value.length > mostQuestions
    ? { ok: false, errors: [{ field: '', message: tooMany }], typed: body }
    : read
}
