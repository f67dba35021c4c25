import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { type Letter, post } from '../../../platform/mail/index.ts'
import {
  askingState,
  dateRows,
  endInWords,
  hasConfirmedDate,
  hasProvisionalDate,
  type OfferInFull,
  offerInFullById,
  offerPath,
  windowInWords,
} from '../../offers/index.ts'
import { addressee } from '../../people/index.ts'
import { daysToConfirm, type WaitedFor } from '../date-alert.ts'
import { datesLetter, endedLetter, openingLetter } from '../emails/dates.email.ts'
import { hasLapsed, offersToTellOf } from '../queries.ts'
import { deleteUnconfirmed, takeWaiting } from '../store.ts'

/** Tells everybody who waits for offers that have dates by now, have opened or have ended, once; their addresses are deleted with that. */
export const tellOfDates = async (context: Context): Promise<void> => {
  for (const due of await offersToTellOf(context.db, context)) await tellOf(context, due)
}

type Due = { readonly offerId: string; readonly what: WaitedFor }
type News = { readonly letter: Letter; readonly event: 'date-alert.told' | 'date-alert.opened' | 'date-alert.ended' }

const endedNews = (what: WaitedFor, offer: OfferInFull, url: string): News => {
  const reason = offer.statusReason ? ` ${offer.statusReason}` : ''
  const sentence = `${endInWords(offer) ?? 'Nobody can ask to join this offer any more.'}${reason}`
  return { letter: endedLetter(what, offer, { url, sentence }), event: 'date-alert.ended' }
}

const newsOf = (
  { what }: Due,
  offer: OfferInFull,
  { url, today }: { url: string; today: Temporal.PlainDate },
): News | null => {
  const state = askingState(offer, today)
  const hasEnded = offer.status !== 'published' || offer.project.status !== 'published'
  if (hasEnded || (what === 'opening' && state === 'over')) return endedNews(what, offer, url)
  const dates = dateRows(offer).map(({ when, where }) => `${when}: ${where}`)
  if (what === 'opening')
    return state === 'open'
      ? { letter: openingLetter(offer, { url, until: windowInWords(offer, today), dates }), event: 'date-alert.opened' }
      : null
  if (!hasConfirmedDate(offer.plannedDates)) return null
  const mayChange = hasProvisionalDate(offer.plannedDates)
  return { letter: datesLetter(offer, { url, dates, mayChange }), event: 'date-alert.told' }
}

const tellOf = (context: Context, due: Due): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { offerId } = due
    const offer = await offerInFullById(tx, offerId)
    const url = offer ? `${context.config.baseUrl}${offerPath(offer)}` : ''
    const news = offer && newsOf(due, offer, { url, today: context.today })
    if (!offer || !news) return
    const waiting = await takeWaiting(tx, due)
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
