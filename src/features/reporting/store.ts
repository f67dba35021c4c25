import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import { definitions, type Indicator, populations, type Snapshot } from './indicator.ts'

export type NewFigure = {
  readonly indicator: Indicator
  readonly year: number
  readonly asAt: Temporal.Instant
  readonly now: Temporal.Instant
  readonly by: string | null
  readonly figures: Snapshot
}

/** Keeps a published figure, for ever: the application has no right to change or delete one. */
export const insertFigure = async (tx: Transaction, figure: NewFigure): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('published_figures')
    .values({
      id,
      indicator: figure.indicator,
      definition: definitions[figure.indicator],
      population: populations[figure.indicator],
      year: figure.year,
      as_at: figure.asAt,
      published_at: figure.now,
      published_by_person_id: figure.by,
      figures: json(figure.figures),
    })
    .execute()
  return id
}
