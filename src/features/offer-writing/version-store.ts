import type { Context } from '../../platform/context.ts'
import { json, type Transaction } from '../../platform/database/index.ts'
import { found } from '../../platform/errors.ts'
import { offerInFullById } from '../offers/index.ts'
import { personIdOf } from '../people/index.ts'
import { fieldsWritten, type OfferAct } from './offer-version.ts'
import type { OfferRow } from './store.ts'

type Version = {
  readonly act: OfferAct
  readonly personId: string | null
  readonly at: Temporal.Instant
}

const lastVersion = async (tx: Transaction, offerId: string): Promise<number> =>
  (
    await tx
      .selectFrom('offer_versions')
      .select(({ fn }) => fn.max('number').as('last'))
      .where('offer_id', '=', offerId)
      .executeTakeFirst()
  )?.last ?? 0

const insertVersion = async (tx: Transaction, offerId: string, { act, personId, at }: Version): Promise<void> => {
  const fields = fieldsWritten(found(await offerInFullById(tx, offerId)))
  const number = (await lastVersion(tx, offerId)) + 1
  await tx
    .insertInto('offer_versions')
    .values({ offer_id: offerId, number, act, content: json([...fields]), person_id: personId, at })
    .execute()
}

/** What an offer says that has no version yet, as its first one: who wrote that is not known. */
export const keepFirstVersion = async (tx: Transaction, row: OfferRow): Promise<void> => {
  if ((await lastVersion(tx, row.id)) > 0) return
  const act = row.status === 'draft' ? 'drafted' : 'published'
  await insertVersion(tx, row.id, { act, personId: null, at: row.updated_at })
}

/** Keeps an offer, whose row is locked, as it now is. */
export const keepVersion = (tx: Transaction, context: Context, offerId: string, act: OfferAct): Promise<void> =>
  insertVersion(tx, offerId, { act, personId: personIdOf(context.actor), at: context.now })
