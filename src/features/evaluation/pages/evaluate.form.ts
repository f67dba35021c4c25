import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'

type Question = { readonly id: string; readonly kind: 'agreement' | 'words' }

const answerTo = ({ id, kind }: Question, typed: string) => ({
  questionId: id,
  agreement: kind === 'agreement' ? Number(typed) : null,
  words: kind === 'words' && typed !== '' ? typed : null,
})

const problemWith = ({ kind }: Question, typed: string): string | null => {
  if (kind === 'words') return typed.length > 4000 ? 'Use 4,000 characters or fewer' : null
  return /^[1-5]$/.test(typed) ? null : 'Choose how far you agree'
}

/** The answers to an evaluation: every step of agreement must be chosen; words are free to leave out. */
export const evaluateForm = (questions: readonly Question[]) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((body, check) =>
    questions.map((question) => {
      const typed = typedText(body, `q-${question.id}`)
      const message = problemWith(question, typed)
      if (message) check.addIssue({ code: 'custom', path: [`q-${question.id}`], message })
      return answerTo(question, typed)
    }),
  )
