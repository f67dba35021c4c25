import type { Typed } from '../../vocabulary/form.ts'
import type { Question } from '../projects/index.ts'

/** The steps of a form, one page each. A question that is answered with a file has a step of its own. */
export type StepKey = 'you' | 'people' | 'questions' | 'preferences' | 'agreement' | `file-${string}`
export type Step = { readonly key: StepKey; readonly title: string }

/** How often a step was saved, when last, and by whom. */
export type Saved = { readonly times: number; readonly at: string; readonly by: string | null }

/** A form that is being filled in. */
export type InterestForm = {
  readonly id: string
  readonly offerId: string
  readonly organisationId: string
  /** The request whose answers are changed with it; null where it makes one. */
  readonly changes: string | null
  readonly onBehalf: boolean
  readonly begunByPersonId: string | null
  readonly typed: Typed
  readonly saved: Readonly<Record<string, Saved>>
  readonly begunAt: Temporal.Instant
  readonly sentAt: Temporal.Instant | null
  readonly interestId: string | null
}

/** A link that opens a form, and for whom it was made. */
export type FormLink = {
  readonly id: string
  readonly formId: string
  readonly part: 'sender' | 'colleague'
  readonly name: string | null
  readonly email: string | null
}

/** How long an unsent form is kept after the last word was typed. */
export const daysAFormIsKept = 60

/** So many wishes of a kind, best first. */
export const mostWishes = 3

export type Shape = {
  readonly questions: readonly Pick<Question, 'key' | 'kind' | 'label'>[]
  readonly isChange: boolean
  readonly isOnBehalf: boolean
  readonly hasPeople: boolean
  readonly asksToAgree: boolean
}

/** The steps of a form, as its project and its purpose want them. */
export const stepsOf = ({ questions, isChange, isOnBehalf, hasPeople, asksToAgree }: Shape): readonly Step[] => [
  ...(isChange ? [] : [{ key: 'you' as const, title: isOnBehalf ? 'Who asks' : 'About you' }]),
  ...(hasPeople ? [{ key: 'people' as const, title: 'Who would take part' }] : []),
  ...(questions.some(({ kind }) => kind !== 'file') ? [{ key: 'questions' as const, title: 'Questions' }] : []),
  ...questions.flatMap(({ key, kind, label }) =>
    kind === 'file' ? [{ key: `file-${key}` as const, title: label }] : [],
  ),
  { key: 'preferences', title: 'What would suit you' },
  ...(asksToAgree ? [{ key: 'agreement' as const, title: 'What is agreed to' }] : []),
]

const fields: Readonly<Record<string, RegExp>> = {
  you: /^(name|email|telephone|post)$/,
  people: /^(self|unnamed|person_\d+_[a-z]+)$/,
  questions: /^answer_/,
  preferences: /^(theme|fewer|travel|access|comments|days|(group|place)_\d)$/,
  agreement: /^(commitments|policy|headteacher_[a-z]+)$/,
}

/** Whether a field stands in a step. */
export const isFieldOf = (step: StepKey, field: string): boolean =>
  step.startsWith('file-') ? field === `answer_${step.slice(5)}` : (fields[step]?.test(field) ?? false)

/** The step in which a field stands, so that an error leads there. */
export const stepOfField = (steps: readonly Step[], field: string): StepKey | null => {
  const own = steps.find(({ key }) => key.startsWith('file-') && isFieldOf(key, field))
  return (own ?? steps.find(({ key }) => isFieldOf(key, field)))?.key ?? null
}

/** What was typed in one step. */
export const typedIn = (step: StepKey, typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([field, value]) => isFieldOf(step, field) && value !== ''))

const listOf = (value: Typed[string] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

/** What is typed in all, once a step is typed anew; addresses that were said to be right stay so. */
export const withStep = (typed: Typed, step: StepKey, body: Typed): Typed => {
  const others = Object.entries(typed).filter(([field]) => !isFieldOf(step, field) && field !== 'sure')
  const sure = [...new Set([...listOf(typed['sure']), ...listOf(body['sure'])])]
  return { ...Object.fromEntries(others), ...typedIn(step, body), ...(sure.length > 0 ? { sure } : {}) }
}

/** Whether the same is typed in a step: what was sent twice is no conflict. */
export const isSameIn = (step: StepKey, one: Typed, other: Typed): boolean =>
  JSON.stringify(Object.entries(typedIn(step, one)).toSorted()) ===
  JSON.stringify(Object.entries(typedIn(step, other)).toSorted())

/** How often a step has been saved: who opened it before it was saved once more is told. */
export const timesSaved = (form: Pick<InterestForm, 'saved'>, step: StepKey): number => form.saved[step]?.times ?? 0
