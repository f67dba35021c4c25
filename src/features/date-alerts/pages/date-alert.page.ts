import { found, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { countTry } from '../../../platform/tries.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { offerById, plannedDatesOf } from '../../offers/index.ts'
import { confirmDateAlert, stopDateAlert } from '../actions/answer-date-alert.ts'
import { askForDates } from '../actions/ask-for-dates.ts'
import { canBeWaitedFor, isWaitedFor, type WaitedFor } from '../date-alert.ts'
import { dateAlertById } from '../queries.ts'
import { dateAlertForm } from './date-alert.form.ts'
import { alertView, askedView, askView } from './date-alert.view.ts'

// Nobody's mailbox is filled through this page: so many mails in a day to one address, whoever asks.
const limit = { kind: 'date-alert', most: 5, minutes: 24 * 60 }

const offerOf = async ({ context, params }: PageRequest) => {
  const id = params['id'] ?? ''
  const offer = found(isId(id) ? await offerById(context.db, id) : null)
  return found(offer.status === 'draft' ? null : offer)
}

const asked = (given: string): WaitedFor => (isWaitedFor(given) ? given : 'dates')

const draw = async (request: PageRequest, what: WaitedFor, form: FormState) => {
  const { db, today } = request.context
  const offer = await offerOf(request)
  const canWait = canBeWaitedFor(what, { offer, dates: await plannedDatesOf(db, offer.id), today })
  return askView(request.frame, { offer, what, canWait, form })
}

/** Where somebody leaves an address to be told when the dates of an offer are known, or when it opens. */
export const showAsk: Page = async (request) =>
  page(await draw(request, asked(request.query.get('for') ?? ''), emptyForm))

export const ask: Page = async (request) => {
  const { context, body } = request
  const offer = await offerOf(request)
  const what = asked(typedText(body, 'for'))
  const form = parseForm(dateAlertForm, body)
  if (!form.ok) return invalid(await draw(request, what, form))
  await countTry(context, limit, form.value.address.toLowerCase())
  try {
    await askForDates(context, { offerId: offer.id, address: form.value.address, what })
    return redirect(`/offers/${offer.id}/dates/asked`)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(await draw(request, what, { typed: body, errors: [{ field: 'email', message: problem.message }] }))
  }
}

/** The same for everybody: it does not tell whether the address was known. */
export const showAsked: Page = async (request) =>
  page(askedView(request.frame, { offer: await offerOf(request), isDemonstration: request.context.config.demo }))

const held = async ({ context, params }: PageRequest) => {
  const id = context.actor.kind === 'link' ? context.actor.subjectId : ''
  const alert = await dateAlertById(context.db, id)
  return { id, token: params['token'] ?? '', alert, offer: alert ? await offerById(context.db, alert.offerId) : null }
}

/** What the holder of a link asked for: to confirm it, or to stop it. */
export const showAlert: Page = async (request) => {
  const { alert, offer, token } = await held(request)
  return page(
    alertView(request.frame, {
      token,
      offer,
      what: alert?.what ?? 'dates',
      isConfirmed: alert !== null && alert.confirmedAt !== null,
      problem: null,
    }),
  )
}

export const answer: Page = async (request) => {
  const { id, token } = await held(request)
  const isStopping = typedText(request.body, 'act') === 'stop'
  try {
    await (isStopping ? stopDateAlert : confirmDateAlert)(request.context, id)
    return redirect(`/date-alert/${token}`)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return page(
      alertView(request.frame, { token, offer: null, what: 'dates', isConfirmed: false, problem: problem.message }),
    )
  }
}
