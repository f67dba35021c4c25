import type { Assignment, Instance } from '../instance.ts'
import { standingsOf } from '../weights.ts'
import { type Choice, type Choices, choicesOf, columnsOf } from './choices.ts'
import { addRow, type Draft, emptyDraft } from './draft.ts'
import { balance } from './limits/balance.ts'
import { apart, together } from './limits/company.ts'
import { phases } from './limits/phases.ts'
import { onePlaceEach, placedOnce, room } from './limits/room.ts'
import { running } from './limits/running.ts'

/** Something to have as much of as there can be before anything after it counts: its columns, and the row that keeps it. */
export type Level = { readonly columns: readonly number[]; readonly row: number }
export type Model = {
  readonly draft: Draft
  readonly levels: readonly Level[]
  /** The columns that put somebody into a group; all others follow from them. */
  readonly choices: readonly number[]
}
export type Modelled = { readonly model: Model; readonly choices: Choices }

const limits: readonly ((choices: Choices) => void)[] = [
  placedOnce,
  onePlaceEach,
  room,
  running,
  together,
  apart,
  phases,
  balance,
]

const levelOf = (draft: Draft, choices: readonly Choice[]): Level => ({
  columns: choices.map(({ column }) => column),
  row: addRow(draft, columnsOf(choices), { least: 0 }),
})

/** First as many as can be of the highest standing are placed, then of the next, and so on; then as few as can be are moved. */
const levelsOf = ({ draft, instance, all }: Choices): readonly Level[] => {
  const { rules } = instance
  const standings = standingsOf(instance).map((standing) =>
    all.filter(({ applicant }) => applicant.priority === standing),
  )
  const stayed = all.filter(({ applicant, group }) => rules.before?.[applicant.id] === group.id)
  return [...standings, stayed].filter((own) => own.length > 0).map((own) => levelOf(draft, own))
}

/** The instance as the solver sees it: a column for each choice, the rows of each kind of limit, and what counts first. */
export const modelOf = (instance: Instance): Modelled => {
  const draft = emptyDraft()
  const choices = choicesOf(draft, instance)
  for (const limit of limits) limit(choices)
  return { model: { draft, levels: levelsOf(choices), choices: choices.all.map(({ column }) => column) }, choices }
}

/** Reads the solver's columns back into who goes where. */
export const assignmentOf = ({ all }: Choices, values: ArrayLike<number>): Assignment =>
  new Map(
    all.flatMap(({ column, applicant, group }) => ((values[column] ?? 0) > 0.5 ? [[applicant.id, group.id]] : [])),
  )
