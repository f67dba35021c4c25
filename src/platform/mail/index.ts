import { newId } from '../../vocabulary/ids.ts'
import type { Context } from '../context.ts'
import { json, type Transaction } from '../database/index.ts'
import { addJob } from '../jobs.ts'
import { linkToken } from '../links.ts'
import { hold } from './held.ts'
import { type Letter, letterAsHtml, letterAsText } from './letter.ts'

export { type DeliveryReport, type ReportedDelivery, readDeliveryReport } from './delivery-report.ts'
export { faultInWords, faultOf } from './failing-address.ts'
export { takeBackHeld, withdrawHeld } from './held.ts'
export { type Invitation, type Letter, letterAsText } from './letter.ts'

export {
  failingAddresses,
  markFailing,
  noteReturned,
  sendElsewhere,
  setNoted,
  tryAddressAgain,
} from './undelivered.ts'

/** Puts a letter in the post, in the transaction that makes it necessary. The same key is one message, ever (domain rule 8). */
export const post = async (
  tx: Transaction,
  context: Context,
  to: { address: string; personId?: string | null },
  letter: Letter,
  key: string,
): Promise<void> => {
  const id = newId()
  const footed = { ...letter, detailsUrl: detailsUrl(context, to.personId ?? null) }
  const message = {
    id,
    key,
    message_id: `<${id}@${new URL(context.config.baseUrl).hostname}>`,
    to_address: to.address,
    to_person_id: to.personId ?? null,
    // A line break in a name must not begin a header of its own.
    subject: letter.subject.replaceAll(/\s+/g, ' ').trim(),
    body_text: letterAsText(footed),
    body_html: letterAsHtml(footed),
    invitations: json(letter.invitations ?? []),
    reason: letter.why,
    goes_anyway: letter.goesAnyway === true,
    created_at: context.now,
  }
  if (context.holding) return hold(tx, context, message, footed)
  await tx
    .with('kept', (db) =>
      db
        .insertInto('messages')
        .values(message)
        .onConflict((conflict) => conflict.column('key').doNothing())
        .returning('id'),
    )
    .selectFrom('kept')
    .select(addJob('send-message', { id }, { key: `message:${id}` }).as('job'))
    .execute()
}

const daysADetailsLinkLasts = 400

// Opened by whoever holds the mail, perhaps passed on: it shows little, and writes to the person before it does anything.
const detailsUrl = ({ config }: Context, personId: string | null): string =>
  personId === null
    ? `${config.baseUrl}/account/details`
    : `${config.baseUrl}/details/${linkToken(config, 'details', personId, daysADetailsLinkLasts)}`
