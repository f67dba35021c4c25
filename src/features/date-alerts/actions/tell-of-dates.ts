import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { type Letter, post } from '../../../platform/mail/index.ts'
import { dateRows, endInWords, type OfferInFull, offerInFullById, offerPath } from '../../offers/index.ts'
import { addressee } from '../../people/index.ts'
import { daysToConfirm, isDated } from '../date-alert.ts'
import { datesLetter, endedLetter } from '../emails/dates.email.ts'
import { hasLapsed, offersToTellOf } from '../queries.ts'
import { deleteUnconfirmed, takeWaiting } from '../store.ts'

/** Tells everybody who waits for offers that have dates by now, or have ended, once; their addresses are deleted with that. */
export const tellOfDates = async (context: Context): Promise<void> => {
  for (const offerId of await offersToTellOf(context.db, context.now)) await tellOf(context, offerId)
}

type News = { readonly letter: Letter; readonly event: 'date-alert.told' | 'date-alert.ended' }

const newsOf = (offer: OfferInFull, url: string): News | null => {
  const hasEnded = offer.status !== 'published' || offer.project.status !== 'published'
  const reason = offer.statusReason ? ` ${offer.statusReason}` : ''
  const sentence = `${endInWords(offer) ?? 'Nobody can ask to join this offer any more.'}${reason}`
  if (hasEnded) return { letter: endedLetter(offer, url, sentence), event: 'date-alert.ended' }
  if (!isDated(offer.plannedDates)) return null
  const dates = dateRows(offer).map(({ when, where }) => `${when}: ${where}`)
  return { letter: datesLetter(offer, url, dates), event: 'date-alert.told' }
}

const tellOf = (context: Context, offerId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const offer = await offerInFullById(tx, offerId)
    const news = offer && newsOf(offer, `${context.config.baseUrl}${offerPath(offer)}`)
    if (!offer || !news) return
    const waiting = await takeWaiting(tx, offerId)
    if (waiting.length === 0) return
    for (const { id, address } of waiting)
      await post(tx, context, await addressee(tx, address), news.letter, `date-alert:${id}:told`)
    await record(tx, context, {
      name: news.event,
      subject: { type: 'offer', id: offerId },
      also: [{ type: 'hub', id: offer.hub.id }],
      particulars: { told: waiting.length },
    })
  })

/** Deletes addresses that nobody confirmed within a week. */
export const letUnconfirmedLapse = async (context: Context): Promise<void> => {
  if (!(await hasLapsed(context.db, context.now))) return
  await transaction(context, async (tx, context) => {
    const deleted = await deleteUnconfirmed(tx, context.now.subtract({ hours: daysToConfirm * 24 }))
    const network = await tx.selectFrom('networks').select('id').executeTakeFirst()
    if (deleted === 0 || !network) return
    await record(tx, context, {
      name: 'date-alert.lapsed',
      subject: { type: 'network', id: network.id },
      particulars: { deleted },
    })
  })
}
