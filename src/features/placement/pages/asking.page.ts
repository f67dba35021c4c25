import { found, Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { tableInForce } from '../../travel-times/index.ts'
import { cancelPlacement } from '../actions/cancel-placement.ts'
import { requestPlacement } from '../actions/request-placement.ts'
import { usuallyAsked } from '../asked.ts'
import { venuesToOpenAt } from '../opening-queries.ts'
import { offersById, offersToPlace } from '../queries.ts'
import { runAtHub, runsAtHub } from '../run-queries.ts'
import { askForm } from './ask.form.ts'
import { askView, typedFrom } from './ask.view.ts'
import { placementsView } from './placements.view.ts'

type Request = Parameters<Page>[0]

export const hubOf = async ({ context, params }: Request) => found(await hubBySlug(context.db, params['hub'] ?? ''))

export const runOf = async (request: Request) => {
  const hub = await hubOf(request)
  return { hub, run: found(await runAtHub(request.context.db, request.params['run'] ?? '', hub.id)) }
}

const drawn = async (request: Request, refusal: string | null) => {
  const hub = await hubOf(request)
  const { db } = request.context
  const [offers, runs] = await Promise.all([offersToPlace(db, hub.id), runsAtHub(db, hub.id)])
  return placementsView(request.frame, { hub, offers, runs, refusal })
}

/** Offers for which a placement can be asked, and the placements there were. */
export const showPlacements: Page = async (request) => page(await drawn(request, null))

/** Offers of the hub among those given; not found when one is not there, or is another hub’s. */
const ownOffers = async (request: Request, ids: readonly string[]) => {
  const hub = await hubOf(request)
  const own = ids.every(isId) ? await offersById(request.context.db, ids) : []
  return found(
    own.length > 0 && own.length === new Set(ids).size && own.every(({ hubId }) => hubId === hub.id) ? own : null,
  )
}

const formDrawn = async (
  request: Request,
  { projectId, year }: { readonly projectId: string; readonly year: number },
  form: FormState,
) => {
  const hub = await hubOf(request)
  const offers = (await offersToPlace(request.context.db, hub.id)).filter((offer) => offer.projectId === projectId)
  const [venues, table] = await Promise.all([
    venuesToOpenAt(request.context.db, hub.id),
    tableInForce(request.context.db, { hubId: hub.id, year }),
  ])
  return askView(request.frame, { hub, offers, venues, table, form })
}

/** What counts: chosen for one or several offers of a project. */
export const showAsk: Page = async (request) => {
  const named = request.query.getAll('offer').slice(0, 1)
  if (named.length === 0) return showPlacements(request)
  const [offer] = await ownOffers(request, named)
  if (!offer) return found<never>(null)
  return page(await formDrawn(request, offer, formFrom(typedFrom(usuallyAsked, [offer.id]))))
}

export const askForPlacement: Page = async (request) => {
  const form = parseForm(askForm, request.body)
  const typed = [request.body['offer'] ?? []].flat()
  // Offers left unticked: there is nothing to draw the form for but the list.
  if (typed.length === 0) return invalid(await drawn(request, 'Choose an offer to place'))
  const offer = found((await ownOffers(request, typed))[0] ?? null)
  const hub = await hubOf(request)
  if (!form.ok) return invalid(await formDrawn(request, offer, form))
  const { opening } = form.value.asked
  const venues = new Set((await venuesToOpenAt(request.context.db, hub.id)).map(({ id }) => id))
  if (opening?.venueIds.some((id) => !venues.has(id))) return found<never>(null)
  try {
    return redirect(`/hub/${hub.slug}/placement/${await requestPlacement(request.context, form.value)}`)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(await drawn(request, problem.message))
  }
}

/** Works the placement out again: what was settled by hand stays, and as few as can be are moved. */
export const askAgain: Page = async (request) => {
  const { hub, run } = await runOf(request)
  const { offerIds, asked } = run
  const id = await requestPlacement(request.context, { offerIds, asked, basedOn: run.id })
  return redirect(`/hub/${hub.slug}/placement/${id}`)
}

export const callOff: Page = async (request) => {
  const { hub, run } = await runOf(request)
  await cancelPlacement(request.context, run.id)
  return redirect(`/hub/${hub.slug}/placement/${run.id}`)
}
