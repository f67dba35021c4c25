import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import { changesBetween, type FieldChanged, type OfferAct } from './offer-version.ts'

const fields = z.array(z.object({ key: z.string(), label: z.string(), text: z.string() }))

export type OfferVersion = {
  readonly number: number
  readonly act: OfferAct
  readonly at: Temporal.Instant
  readonly by: string | null
  /** What is different from the version before; everything in the first. */
  readonly changes: readonly FieldChanged[]
}

/** Every version of an offer, the latest first, each with what it changed and who changed it. */
export const versionsOfOffer = async (db: Reader, offerId: string): Promise<readonly OfferVersion[]> => {
  const rows = await db
    .selectFrom('offer_versions as v')
    .leftJoin('people as p', 'p.id', 'v.person_id')
    .select(['v.number', 'v.act', 'v.at', 'v.content', 'p.name as by'])
    .where('v.offer_id', '=', offerId)
    .orderBy('v.number')
    .execute()
  const contents = rows.map((row) => stored(fields, row.content, 'a version of an offer'))
  return rows
    .map(({ number, act, at, by }, index) => ({
      number,
      act: act as OfferAct,
      at,
      by,
      changes: changesBetween(contents[index - 1] ?? [], contents[index] ?? []),
    }))
    .toReversed()
}
