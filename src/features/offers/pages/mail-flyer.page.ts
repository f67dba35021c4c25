import { found } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { letterAsText } from '../../../platform/mail/letter.ts'
import { countTry } from '../../../platform/tries.ts'
import { formFrom } from '../../../ui/fields.ts'
import { isId, newId } from '../../../vocabulary/ids.ts'
import { addressOf, personIdOf } from '../../people/index.ts'
import { mailFlyer } from '../actions/mail-flyer.ts'
import { flyerLetter } from '../emails/flyer.email.ts'
import { flyerOf } from '../flyer.ts'
import { offerInFullById } from '../in-full-queries.ts'
import type { OfferInFull } from '../offer.ts'
import { mailFlyerForm } from './mail-flyer.form.ts'
import { checkMailView, mailFlyerView } from './mail-flyer.view.ts'
import { printed } from './offer.page.ts'

const offerAt = async ({ context, params }: PageRequest): Promise<OfferInFull> => {
  const id = params['offer'] ?? ''
  const offer = found(isId(id) ? await offerInFullById(context.db, id) : null)
  return found(offer.hub.slug === params['hub'] && offer.status === 'published' ? offer : null)
}

const sendings = {
  kind: 'flyer-mail',
  most: 10,
  minutes: 60,
  sentence: 'Your hub has sent flyers ten times within an hour. Wait a while, then send on.',
} as const

/** Where staff of a hub say who gets a flyer: at first, they themselves. */
export const showMailing: Page = async (request) => {
  const { context, query, frame } = request
  const offer = await offerAt(request)
  const personId = personIdOf(context.actor)
  const own = personId ? await addressOf(context.db, personId) : null
  const sent = Number(query.get('sent') ?? '') || 0
  return page(mailFlyerView(frame, formFrom({ addresses: own ?? '', form: newId() }), { offer, sent }))
}

/** First shows who gets what; then sends it. */
export const mailFlyers: Page = async (request) => {
  const { context, body, frame } = request
  const offer = await offerAt(request)
  const form = parseForm(mailFlyerForm, body)
  if (!form.ok) return invalid(mailFlyerView(frame, form, { offer, sent: 0 }))
  const { baseUrl } = context.config
  const plain = flyerOf(offer, { today: context.today, baseUrl, network: frame.networkName })
  const flyer = await printed(context, { offer, flyer: plain })
  const sender = context.actor.kind === 'person' ? context.actor.name : offer.hub.name
  const { addresses, note } = form.value
  const letter = flyerLetter({ flyer, sender, note })
  if (typedText(body, 'act') !== 'send')
    return page(
      checkMailView(frame, { offer, typed: body, addresses, subject: letter.subject, text: letterAsText(letter) }),
    )
  await countTry(context, sendings, offer.hub.id)
  await mailFlyer(context, { offerId: offer.id, addresses, letter, form: form.value.form })
  return redirect(`/hub/${offer.hub.slug}/offers/${offer.id}/mail?sent=${addresses.length}`)
}
