/** What a project can ask of whoever asks to join, beside what every request says. */
export const questionKinds = ['text', 'choice', 'choices', 'number', 'date', 'file'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** One of the answers to choose from; its key stays when its words are corrected. */
export type QuestionChoice = { readonly key: string; readonly label: string }

/** A question of a project. Its key is its own in the project and stays when it is put in other words. */
export type Question = {
  readonly key: string
  readonly kind: QuestionKind
  readonly label: string
  readonly hint: string | null
  readonly isRequired: boolean
  readonly choices: readonly QuestionChoice[]
}

/** A text or the key of a choice, a number, a day as `2021-11-17`, the keys of several choices, or the id of a file. */
export type AnswerValue = string | number | readonly string[]

export const isChosen = (kind: QuestionKind): boolean => kind === 'choice' || kind === 'choices'

const wordsOf = ({ choices }: Question, key: string): string => choices.find((each) => each.key === key)?.label ?? key

/** An answer as people read it. */
export const answerInWords = (question: Question, value: AnswerValue): string => {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return value.map((key) => wordsOf(question, key)).join(', ')
  return question.kind === 'choice' ? wordsOf(question, value) : value
}
