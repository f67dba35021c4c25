import type { Transaction } from '../../platform/database/index.ts'
import { type AcademicYear, yearEnds, yearStarts } from '../../vocabulary/academic-year.ts'
import { deliveryModels, deliveryModelWords } from '../../vocabulary/delivery-models.ts'

/** Opens those of the years that are not open yet, and says which. */
export const insertYears = async (
  tx: Transaction,
  years: readonly AcademicYear[],
  firstMonth: number,
): Promise<readonly number[]> => {
  const rows = await tx
    .insertInto('academic_years')
    .values(
      years.map((year) => ({ year, starts_on: yearStarts(year, firstMonth), ends_on: yearEnds(year, firstMonth) })),
    )
    .onConflict((conflict) => conflict.column('year').doNothing())
    .returning('year')
    .execute()
  return rows.map(({ year }) => year)
}

/** The usual delivery models with their usual words, where the network has none of its own. */
export const insertModels = (tx: Transaction) =>
  tx
    .insertInto('delivery_models')
    .values(
      deliveryModels.map((key) => {
        const words = deliveryModelWords[key]
        return {
          key,
          name: words.label,
          name_plural: words.labels,
          group_word: words.group,
          group_plural: words.groups,
          lead_word: words.lead,
          lead_plural: words.leads,
          session_word: words.session,
          session_plural: words.sessions,
          session_kind: words.kind,
        }
      }),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
