import { found, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { interestById } from '../../interest/index.ts'
import { type Hub, hubBySlug } from '../../organisations/index.ts'
import { sendBackPassing } from '../actions/end-passing.ts'
import { takePassing } from '../actions/take-passing.ts'
import type { Passing } from '../passing.ts'
import { offersToPassTo, passingForHub, passingsToDecide } from '../queries.ts'
import { beforeView, listView } from './before.view.ts'
import { sendBackForm, takeForm } from './passing.form.ts'

const hubOf = async ({ context, params }: PageRequest): Promise<Hub> =>
  found(await hubBySlug(context.db, params['hub'] ?? ''))

export const showList: Page = async (request) => {
  const hub = await hubOf(request)
  return page(listView(request.frame, { hub, passings: await passingsToDecide(request.context.db, hub.id) }))
}

type Here = { readonly hub: Hub; readonly passing: Passing }

const passingHere = async (request: PageRequest): Promise<Here> => {
  const hub = await hubOf(request)
  const id = request.params['passing'] ?? ''
  return { hub, passing: found(isId(id) ? await passingForHub(request.context.db, hub.id, id) : null) }
}

const draw = async (request: PageRequest, { hub, passing }: Here, { form, act }: { form: FormState; act: string }) => {
  const { db } = request.context
  const interest = found(await interestById(db, passing.interestId))
  const offers = await offersToPassTo(db, { projectId: interest.projectId, atHub: hub.id })
  return beforeView(request.frame, { hub, passing, interest, offers, form, act })
}

// Taken by a colleague, or by the same button pressed twice: it is a request of this hub now.
const taken = ({ hub, passing: { newInterestId } }: Here): Answer | null =>
  newInterestId === null ? null : redirect(`/hub/${hub.slug}/interest/${newInterestId}`)

export const showBefore: Page = async (request): Promise<Answer> => {
  const here = await passingHere(request)
  return taken(here) ?? page(await draw(request, here, { form: emptyForm, act: '' }))
}

const take = async (request: PageRequest, here: Here): Promise<Answer> => {
  const form = parseForm(takeForm, request.body)
  if (!form.ok) return invalid(await draw(request, here, { form, act: 'take' }))
  const { offer } = form.value
  const offerId = found(isId(offer) ? offer : null)
  const { interestId } = await takePassing(request.context, { passingId: here.passing.id, offerId })
  return redirect(`/hub/${here.hub.slug}/interest/${interestId}`)
}

const sendBack = async (request: PageRequest, here: Here): Promise<Answer> => {
  const form = parseForm(sendBackForm, request.body)
  if (!form.ok) return invalid(await draw(request, here, { form, act: 'send-back' }))
  await sendBackPassing(request.context, { passingId: here.passing.id, reason: form.value.reason })
  return redirect(`/hub/${here.hub.slug}/passed-on`)
}

/** Takes the request, or sends it back. */
export const settle: Page = async (request): Promise<Answer> => {
  const here = await passingHere(request)
  const before = taken(here)
  if (before) return before
  const act = typedText(request.body, 'act')
  try {
    return await (act === 'send-back' ? sendBack(request, here) : take(request, here))
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    const field = act === 'send-back' ? 'reason' : 'offer'
    const form = { typed: request.body, errors: [{ field, message: problem.message }] }
    return invalid(await draw(request, here, { form, act }))
  }
}
