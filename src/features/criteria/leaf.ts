import type { Phase } from '../../vocabulary/phases.ts'
import type { PostKind } from '../../vocabulary/posts.ts'

/** In which academic years: before the project's own, in its own, in any, or in those given by the year they begin in. */
export type Years = 'before' | 'same' | 'ever' | readonly number[]

/** How long a post has to have been held: since a day at the latest, or for so many months by today. */
export type Since = { readonly on: string } | { readonly months: number }

export const stageStatuses = ['completed', 'in_progress', 'withdrew'] as const
export type StageStatus = (typeof stageStatuses)[number]

export const organisationKinds = ['school', 'itt_provider', 'trust', 'authority', 'other'] as const
export const providerKinds = ['hei', 'scitt', 'lead_school'] as const
export const trainingPhases = ['eyts', 'qts_primary', 'qts_secondary', 'post_16'] as const
export const organisationStatuses = ['open', 'closed', 'proposed_to_close', 'proposed_to_open'] as const

/** What an answer to one of the project's own questions has to be: one of those listed, a number or a day within bounds, or anything at all. */
export type AnswerTest = {
  readonly in?: readonly string[]
  readonly atLeast?: number
  readonly atMost?: number
  readonly notBefore?: string
  readonly notAfter?: string
}

/** A part in a project: this one (its line of earlier years with it), or another by its id, likewise with its line. */
export type PartIn = { readonly project: string; readonly years: Years }
export type StageOf = { readonly stage: string; readonly status: readonly StageStatus[]; readonly years: Years }

/** One fact that a rule asks for. Facts about a person are met when somebody who would take part meets them, or everybody. */
export type Leaf =
  | { readonly fact: 'organisation.kind'; readonly in: readonly string[] }
  | { readonly fact: 'organisation.type'; readonly in: readonly string[] }
  | { readonly fact: 'organisation.phase'; readonly in: readonly Phase[] }
  | { readonly fact: 'organisation.state_funded'; readonly is: boolean }
  | { readonly fact: 'organisation.itt_kind'; readonly in: readonly string[] }
  | { readonly fact: 'organisation.itt_phases'; readonly in: readonly string[] }
  | { readonly fact: 'organisation.status'; readonly in: readonly string[] }
  | { readonly fact: 'organisation.area'; readonly is: 'hub' }
  | { readonly fact: 'organisation.authority'; readonly in: readonly string[] }
  /** The share of pupils, in per cent, who can have free school meals: the register's measure of disadvantage. */
  | { readonly fact: 'organisation.free_meals'; readonly atLeast: number }
  | ({ readonly fact: 'organisation.stage' } & StageOf)
  | ({ readonly fact: 'organisation.project' } & PartIn)
  | {
      readonly fact: 'person.post'
      readonly in: readonly PostKind[]
      readonly held: true
      readonly since?: Since
      readonly every?: true
    }
  | { readonly fact: 'person.experience'; readonly years: number; readonly every?: true }
  | ({ readonly fact: 'person.stage' } & StageOf)
  | ({ readonly fact: 'person.project' } & PartIn)
  | { readonly fact: 'commitment'; readonly key: string; readonly declared: true }
  | ({ readonly fact: 'answer'; readonly key: string } & AnswerTest)

export type LeafOf<Fact extends Leaf['fact']> = Extract<Leaf, { fact: Fact }>

/** Two leaves with the same key ask for the same thing. */
export const leafKey = (leaf: Leaf): string =>
  JSON.stringify(Object.entries(leaf).toSorted(([a], [b]) => (a < b ? -1 : 1)))
