import type { Question } from '../projects/index.ts'

export type Choice = { readonly value: string; readonly text: string }

/** What the values of facts are chosen from. */
export type Lists = {
  readonly types: readonly Choice[]
  readonly authorities: readonly Choice[]
  readonly stages: readonly Choice[]
  readonly projects: readonly Choice[]
  readonly questions: readonly Question[]
}

type Common = { readonly name: string; readonly label: string; readonly hint?: string }
/** What is asked of one value of a fact. */
export type ValueField = Common &
  (
    | { readonly kind: 'several' | 'one'; readonly from: keyof Lists | readonly Choice[]; readonly blank?: string }
    | { readonly kind: 'number'; readonly suffix?: string; readonly least?: number; readonly most?: number }
    | { readonly kind: 'day' }
    | { readonly kind: 'words' }
    | { readonly kind: 'lines' }
  )

export type FactKind = {
  /** What it asks, as the list of facts calls it. */
  readonly label: string
  readonly about: 'The organisation' | 'Those who would come' | 'What was taken part in' | 'What is said when asking'
  readonly fields: readonly ValueField[]
}

/** What a value is chosen from: a list of its own, or one of those that are read. */
export type ListFrom = keyof Lists | readonly Choice[]

/** The choices of a list. */
export const listOf = (from: ListFrom, lists: Lists): readonly Choice[] => {
  if (typeof from !== 'string') return from
  return from === 'questions' ? lists.questions.map(({ key, label }) => ({ value: key, text: label })) : lists[from]
}
