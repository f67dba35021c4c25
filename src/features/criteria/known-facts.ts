import type { Phase } from '../../vocabulary/phases.ts'
import type { PostKind } from '../../vocabulary/posts.ts'
import type { StageStatus } from './leaf.ts'
import type { Answer } from './rule.ts'

/** A person who would take part, as far as it is told: held null is "not said". */
export type PersonStated = {
  readonly post: PostKind
  readonly held: boolean | null
  /** Since when the post is held. */
  readonly since?: Temporal.PlainDate | null
  readonly teachingYears?: number | null
}

export type AnswerGiven = string | number | readonly string[]

/** A fact that no register tells, as somebody told it: by its name, such as organisation.free_meals or commitment.full_year. */
export type Said = {
  readonly value: boolean | AnswerGiven
  readonly by: 'sender' | 'hub'
  readonly on: string
  /** How the hub came to know it. */
  readonly source?: string
}

/** What the asker has said: null is "not asked yet", which is another thing than "nobody" or "none". */
export type Stated = {
  readonly people: readonly PersonStated[] | null
  readonly commitments: readonly string[] | null
  /** Answers to the project's own questions, by their key. */
  readonly answers?: Readonly<Record<string, AnswerGiven>> | null
  readonly said?: Readonly<Record<string, Said>>
  /** Who of those people is known here, for what they have taken part in. */
  readonly personIds?: readonly string[] | null
}

export type StageTaken = {
  readonly stage: string
  readonly year: number
  readonly status: StageStatus
  readonly recordedOn: Temporal.PlainDate
}

/** A part taken in a project or one of its line: which of those that rules ask about, and in which year. */
export type PartTaken = {
  readonly project: string
  readonly title: string
  readonly year: number
  readonly since: Temporal.PlainDate | null
}

export type KnownOrganisation = {
  readonly name: string
  readonly kind: string
  readonly phases: readonly Phase[]
  readonly stateFunded: boolean | null
  readonly ittKind: string | null
  readonly ittPhases: readonly string[]
  readonly status: string
  readonly closedOn: Temporal.PlainDate | null
  readonly successor: string | null
  readonly typeCode?: string | null
  readonly authority?: string | null
  readonly freeMeals?: number | null
  /** When the register that tells of it was read last. */
  readonly readOn?: Temporal.PlainDate | null
  /** Nobody said which one it is: what is known of it is what they said of it. */
  readonly isUnnamed?: true
}

/** Names of what rules point to by a key. */
export type Names = {
  readonly stages: ReadonlyMap<string, string>
  readonly authorities: ReadonlyMap<string, string>
  readonly projects: ReadonlyMap<string, string>
  readonly questions: ReadonlyMap<string, string>
  /** The words of the answers to choose from, by question and answer. */
  readonly choices?: ReadonlyMap<string, string>
}

/** Everything known of one asker when a verdict is reached. */
export type KnownFacts = Stated & {
  readonly organisation: KnownOrganisation
  readonly inArea: { readonly answer: Answer; readonly hub: string } | null
  /** null: not to be told, because the asker is not known yet (domain rule 15). */
  readonly stages: readonly StageTaken[] | null
  /** Parts that the organisation has taken, and those that its people have; null likewise. */
  readonly parts: readonly PartTaken[] | null
  readonly partsOfPeople: readonly PartTaken[] | null
  readonly stagesOfPeople: readonly StageTaken[] | null
  readonly names: Names
  readonly projectId: string
  readonly year: number
  readonly today: Temporal.PlainDate
}

export type FactUsed = {
  readonly label: string
  readonly value: string
  readonly source: string
  readonly asOf: string | null
}

/** One fact looked up: the answer it gives, and the fact as it is shown. */
export type Finding = { readonly answer: Answer; readonly fact: FactUsed }

const noNames: Names = { stages: new Map(), authorities: new Map(), projects: new Map(), questions: new Map() }

/** Before anybody said anything, and with nothing that may be told of the past. */
export const nothingKnown = {
  people: null,
  commitments: null,
  answers: null,
  inArea: null,
  stages: null,
  parts: null,
  partsOfPeople: null,
  stagesOfPeople: null,
  names: noNames,
} as const
