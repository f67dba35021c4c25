import { json, type Transaction } from '../../platform/database/index.ts'
import type { OwnRule } from './own-rule.ts'

/** The offer, locked, so that of two who compose its rules the second sees what the first did. */
export const lockOffer = (tx: Transaction, id: string) =>
  tx.selectFrom('offers').select(['id', 'hub_id', 'status']).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

/** Keeps what is composed until it is put in force; null drops it. */
export const keepComposed = (
  tx: Transaction,
  offerId: string,
  { rules, now }: { readonly rules: readonly OwnRule[] | null; readonly now: Temporal.Instant },
) => {
  const values = { proposed: rules === null ? null : json([...rules]), changed_at: now }
  return tx
    .insertInto('offer_rule_sets')
    .values({ offer_id: offerId, ...values })
    .onConflict((there) => there.column('offer_id').doUpdateSet(values))
    .execute()
}

/** Puts rules in the place of those that are in force. */
export const putInForce = async (
  tx: Transaction,
  offerId: string,
  { rules, now }: { readonly rules: readonly OwnRule[]; readonly now: Temporal.Instant },
): Promise<void> => {
  await tx.deleteFrom('offer_rules').where('offer_id', '=', offerId).execute()
  if (rules.length > 0)
    await tx
      .insertInto('offer_rules')
      .values(
        rules.map(({ id, widensId, widensSentence, strength, sentence, rule }, position) => ({
          ...{ id, strength, sentence, position },
          offer_id: offerId,
          widens_id: widensId,
          widens_sentence: widensSentence,
          rule: json(rule),
        })),
      )
      .execute()
  const values = { proposed: null, changed_at: now, in_force_at: now }
  await tx
    .insertInto('offer_rule_sets')
    .values({ offer_id: offerId, ...values })
    .onConflict((there) => there.column('offer_id').doUpdateSet(values))
    .execute()
}
