import { z } from 'zod'
import { json, type Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import type { Print, PrintedFacts, PrintInFull } from './flyer-print.ts'

const factsSchema = z.object({
  title: z.string(),
  hub: z.string(),
  dates: z.array(z.object({ when: z.string(), where: z.string() })),
  datesNote: z.string().nullable(),
  venues: z.array(z.string()),
  policy: z.string().nullable(),
  opensOn: z.string().nullable(),
  closesOn: z.string().nullable(),
  contact: z.string(),
  texts: z.record(z.string(), z.string()),
})

/** The print of an offer with these facts, where they were printed before. */
export const printWithFacts = async (db: Reader, offerId: string, facts: PrintedFacts): Promise<Print | null> =>
  (await db
    .selectFrom('flyer_prints')
    .select(['number', 'made_on as madeOn'])
    .where('offer_id', '=', offerId)
    .where('facts', '=', json(facts))
    .executeTakeFirst()) ?? null

/** What a print of an offer said, by the number on the paper. */
export const printNumbered = async (db: Reader, offerId: string, number: number): Promise<PrintInFull | null> => {
  const row = await db
    .selectFrom('flyer_prints')
    .select(['number', 'made_on as madeOn', 'facts'])
    .where('offer_id', '=', offerId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? { ...row, facts: stored(factsSchema, row.facts, 'the facts of a printed flyer') } : null
}
