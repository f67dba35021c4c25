import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { mergedEmail } from '../emails/merged.email.ts'
import { addressesWrittenTo } from '../merges-queries.ts'

/** Tells somebody, at every address they can sign in with, that two records of theirs have become one. */
export const tellMerged = async (
  tx: Transaction,
  context: Context,
  { mergeId, personId }: { mergeId: string; personId: string },
): Promise<void> => {
  const { name, addresses } = await addressesWrittenTo(tx, personId)
  const url = `${context.config.baseUrl}/account`
  for (const address of addresses)
    await post(
      tx,
      context,
      { address, personId },
      mergedEmail({ name, addresses, url }),
      `merged:${mergeId}:${address}`,
    )
  await record(tx, context, {
    name: 'person.told-of-merge',
    subject: { type: 'person', id: personId },
    particulars: { merge: mergeId, messages: addresses.length },
  })
}
