import { type Context, transaction } from '../../../platform/context.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { offerById, plannedDatesOf } from '../../offers/index.ts'
import { addressee } from '../../people/index.ts'
import { canBeWaitedFor, daysALinkLasts, daysToConfirm, type WaitedFor } from '../date-alert.ts'
import { confirmLetter, waitingLetter } from '../emails/dates.email.ts'
import { noteAddress } from '../store.ts'

/**
 * Notes that somebody wants to be told of an offer's dates, or when it opens, and mails a link to confirm it. Nothing that is answered tells whether
 * the address was known; of one day and one address there is one mail.
 */
export const askForDates = (
  context: Context,
  input: { offerId: string; address: string; what?: WaitedFor },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const offer = found(await offerById(tx, input.offerId))
    if (offer.status === 'draft') throw found(null)
    const what = input.what ?? 'dates'
    if (!canBeWaitedFor(what, { offer, dates: await plannedDatesOf(tx, offer.id), today: context.today }))
      throw new Refused('There is nothing to wait for: the page of the offer says how it stands.')
    const alert = await noteAddress(tx, { offerId: offer.id, address: input.address, what, now: context.now })
    const url = `${context.config.baseUrl}/date-alert/${linkToken(context.config, 'date-alert', alert.id, daysALinkLasts)}`
    const until = formatDate(context.today.add({ days: daysToConfirm }))
    const letter = alert.isConfirmed ? waitingLetter(what, offer, url) : confirmLetter(what, offer, { url, until })
    await post(tx, context, await addressee(tx, input.address), letter, `date-alert:${alert.id}:asked:${context.today}`)
    if (!alert.isNew) return
    await record(tx, context, {
      name: 'date-alert.asked',
      subject: { type: 'date-alert', id: alert.id },
      also: [{ type: 'offer', id: offer.id }],
    })
  })
