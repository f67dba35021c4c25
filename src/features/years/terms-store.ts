import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import type { DeliveryModel } from '../../vocabulary/delivery-models.ts'
import type { ModelWords } from '../projects/index.ts'

/** Of two who change the words of a year, one waits here for the other. */
export const lockTerms = (tx: Transaction, year: AcademicYear) =>
  sql`select pg_advisory_xact_lock(76, ${1000 + year})`.execute(tx)

export const saveWords = (tx: Transaction, year: AcademicYear, model: DeliveryModel, words: ModelWords) => {
  const columns = {
    name: words.model,
    name_plural: words.models,
    group_word: words.group,
    group_plural: words.groups,
    lead_word: words.lead,
    lead_plural: words.leads,
    session_word: words.session,
    session_plural: words.sessions,
  }
  return tx
    .insertInto('year_terms')
    .values({ year, delivery_model: model, ...columns })
    .onConflict((conflict) => conflict.columns(['year', 'delivery_model']).doUpdateSet(columns))
    .execute()
}

export const dropWords = (tx: Transaction, year: AcademicYear, model: DeliveryModel) =>
  tx.deleteFrom('year_terms').where('year', '=', year).where('delivery_model', '=', model).execute()
