import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Words } from './section-standing.ts'

export type OwnSection = {
  readonly offerId: string
  readonly key: string
  readonly own: Words
  readonly basedOn: Words | null
  readonly isLeftOut?: boolean
}

/** Puts a hub's own section in place, with the national text it was written over. */
export const putSection = async (
  tx: Transaction,
  { offerId, key, own, basedOn, isLeftOut = false }: OwnSection,
): Promise<void> => {
  const values = {
    heading: own.heading,
    body: own.body,
    based_on_heading: basedOn?.heading ?? null,
    based_on_body: basedOn?.body ?? null,
    is_left_out: isLeftOut,
  }
  const { last } = await tx
    .selectFrom('offer_sections')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('offer_id', '=', offerId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('offer_sections')
    .values({ id: newId(), offer_id: offerId, key, position: (last ?? 0) + 1, ...values })
    .onConflict((there) => there.constraint('offer_sections_once').doUpdateSet(values))
    .execute()
}

export const deleteSection = (tx: Transaction, offerId: string, key: string) =>
  tx.deleteFrom('offer_sections').where('offer_id', '=', offerId).where('key', '=', key).execute()
