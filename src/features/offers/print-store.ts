import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { PrintedFacts } from './flyer-print.ts'

/** The offer's row, so that two who print at once do not give their prints the same number. */
export const lockPrintedOffer = (tx: Transaction, offerId: string) =>
  tx
    .selectFrom('offers')
    .select(['id', 'hub_id', 'status'])
    .where('id', '=', offerId)
    .forNoKeyUpdate()
    .executeTakeFirst()

type NewPrint = {
  readonly offerId: string
  readonly facts: PrintedFacts
  readonly madeOn: Temporal.PlainDate
}

/** Keeps a print under the next number of its offer. */
export const insertPrint = (tx: Transaction, { offerId, facts, madeOn }: NewPrint) =>
  tx
    .insertInto('flyer_prints')
    .values({
      id: newId(),
      offer_id: offerId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from flyer_prints where offer_id = ${offerId})`,
      made_on: madeOn,
      facts: json(facts),
    })
    .returning(['number', 'made_on as madeOn'])
    .executeTakeFirstOrThrow()
