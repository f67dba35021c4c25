import { Refused } from '../../../platform/errors.ts'
import {
  type Answer,
  invalid,
  overtaken,
  type Page,
  type PageRequest,
  page,
  redirect,
} from '../../../platform/http/routes.ts'
import { ownLinkToken } from '../../../platform/links.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { inSum, type Said, verdictsFor, verdictsForVisitor } from '../../criteria/index.ts'
import { type Asked, daysALinkLasts, enterInterest, sendInterest } from '../../interest/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { beginForm } from '../actions/begin-form.ts'
import { type FormSent, sendForm } from '../actions/send-form.ts'
import { isOfOrganisation } from '../known-queries.ts'
import { readAsk } from './ask.form.ts'
import { type Asking, detailsOf, formPath, termsOf } from './asking-for.page.ts'
import { checkView, incompleteView } from './check.view.ts'
import { closed } from './form.page.ts'
import { type OpenForm, openForm } from './open-form.page.ts'

/** Everything once more, and what the rules say of it; then it is sent. */
export const showCheck: Page = async (request) => {
  const open = await openForm(request)
  if (open.closed !== null) return closed(request, open)
  return open.read.ok ? page(await drawCheck(request, open, open.read.value)) : redirect(open.asking.about.base)
}

const drawCheck = async (
  { context, frame }: PageRequest,
  open: OpenForm,
  asked: Asked,
  problem: string | null = null,
) => {
  const { offer, onBehalf } = open.asking
  const isTold = onBehalf || (open.interest !== null && (await isOfOrganisation(context.db, open.form)))
  const verdicts = await (isTold ? verdictsFor : verdictsForVisitor)(context, {
    offerId: offer.id,
    projectId: offer.project.id,
    themeId: offer.theme?.id ?? asked.themeId,
    hubId: offer.hub.id,
    organisationId: asked.organisationId,
    people: asked.people.map(({ post, held }) => ({ post, held })),
    commitments: asked.commitments,
    said: saidBefore(asked, context.today),
  })
  const standing = verdicts.filter(({ answer }) => answer !== 'yes')
  return checkView(frame, { ...open, asked, sum: inSum(verdicts), standing, problem })
}

// What was told on the way to the form goes with what the form says.
const saidBefore = ({ told = {} }: Asked, today: Temporal.PlainDate): Readonly<Record<string, Said>> =>
  Object.fromEntries(
    Object.entries(told).map(([name, value]) => [name, { value, by: 'sender', on: today.toString() }] as const),
  )

const afterSending = (request: PageRequest, { asking, interest }: OpenForm, sent: FormSent): string => {
  if (asking.onBehalf) return `/hub/${asking.offer.hub.slug}/interest/${sent.interestId}`
  if (interest) return `/status/${ownLinkToken(request.context, 'status', interest.id, daysALinkLasts)}`
  return `/offers/${asking.offer.id}/interest/sent`
}

/** Sends the form; pressed twice, or in two tabs, it is one request. */
export const send: Page = async (request) => {
  const open = await openForm(request)
  if (!open.read.ok) return open.closed === null ? redirect(open.asking.about.base) : closed(request, open)
  const asked = { ...open.read.value, themeId: open.asking.offer.theme?.id ?? open.read.value.themeId }
  try {
    return redirect(afterSending(request, open, await sendForm(request.context, { formId: open.form.id, asked })))
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    // The window may have closed while it was being sent: what was typed is kept.
    const now = await openForm(request)
    if (now.closed !== null) return closed(request, now)
    return overtaken(await drawCheck(request, now, asked, problem.message))
  }
}

const fieldsIn = (body: Typed): Typed =>
  Object.fromEntries(Object.entries(body).filter(([field]) => !['step', 'organisation', 'form_key'].includes(field)))

/** A form that comes whole, in one piece, is sent at once, or told everything that is wrong with it. */
export const sendWhole = async (request: PageRequest, asking: Asking, organisation: Organisation): Promise<Answer> => {
  const { context, body, frame } = request
  const { offer, onBehalf } = asking
  const details = await detailsOf(context, asking, organisation)
  const key = body['form_key']
  const formKey = typeof key === 'string' && key.length >= 10 && key.length <= 100 ? key : newId()
  const read = readAsk(termsOf(offer, details, { files: {}, formKey }), body)
  if (!read.ok) {
    const known = { offerId: offer.id, organisationId: organisation.id, onBehalf, typed: fieldsIn(body) }
    const href = formPath(request, asking, await beginForm(context, known))
    return invalid(incompleteView(frame, asking.about, { organisation: organisation.name, href, errors: read.errors }))
  }
  const asked = { ...read.value, themeId: offer.theme?.id ?? read.value.themeId }
  if (onBehalf) return redirect(`/hub/${offer.hub.slug}/interest/${(await enterInterest(context, asked)).id}`)
  await sendInterest(context, asked)
  return redirect(`/offers/${offer.id}/interest/sent`)
}
