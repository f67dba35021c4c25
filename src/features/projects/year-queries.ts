import type { Reader } from '../../platform/database/index.ts'
import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import { type DeliveryModel, deliveryModels } from '../../vocabulary/delivery-models.ts'
import type { ModelWords } from './project.ts'

/** The network of this installation, with the month in which its years begin; null before it is started. */
export const networkOfYears = async (
  db: Reader,
): Promise<{ readonly id: string; readonly firstMonth: number } | null> =>
  (await db.selectFrom('networks').select(['id', 'year_starts_in_month as firstMonth']).executeTakeFirst()) ?? null

/** What a year calls a delivery model, its groups, leads and sessions; `own` where the year has words of its own. */
export type YearTerms = { readonly model: DeliveryModel; readonly words: ModelWords; readonly own: boolean }

/** The words of a year, model by model. */
export const termsOfYear = async (db: Reader, year: AcademicYear): Promise<readonly YearTerms[]> => {
  const rows = await db.selectFrom('terms_of_years').selectAll().where('year', '=', year).execute()
  return deliveryModels.flatMap((model) => {
    const row = rows.find(({ delivery_model }) => delivery_model === model)
    if (!row) return []
    const words = {
      model: row.name,
      models: row.name_plural,
      group: row.group_word,
      groups: row.group_plural,
      lead: row.lead_word,
      leads: row.lead_plural,
      session: row.session_word,
      sessions: row.session_plural,
    }
    return [{ model, words, own: row.of_this_year }]
  })
}
