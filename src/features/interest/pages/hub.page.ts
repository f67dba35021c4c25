import { found } from '../../../platform/errors.ts'
import { type Answer, type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { sortFrom } from '../../../ui/components/sortable-table.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { movesAwaiting } from '../../invitations/index.ts'
import { offerById } from '../../offers/index.ts'
import { type Hub, hubBySlug } from '../../organisations/index.ts'
import { isInterestStatus } from '../expression-of-interest.ts'
import {
  answersAwaited,
  chargesToDecide,
  countsOfHub,
  interestOfHub,
  listOrders,
  offersCounted,
} from '../hub-queries.ts'
import { answerSteps, askingFor, showSteps } from './ask.page.ts'
import { interestListView } from './hub.view.ts'
import { hubHomeView } from './hub-home.view.ts'

export const hubOf = async ({ context, params }: PageRequest): Promise<Hub> =>
  found(await hubBySlug(context.db, params['hub'] ?? ''))

export const showHubHome: Page = async (request) => {
  const { context, frame } = request
  const hub = await hubOf(request)
  const [counts, awaited, charges, offers, moves] = await Promise.all([
    countsOfHub(context.db, hub.id),
    answersAwaited(context.db, hub.id, context.now),
    chargesToDecide(context.db, hub.id),
    offersCounted(context.db, hub.id),
    movesAwaiting(context.db, hub.id),
  ])
  return page(hubHomeView(frame, { hub, counts, ...awaited, charges, moves, offers }))
}

const pageSize = 50

export const showInterestList: Page = async (request) => {
  const { context, frame, query } = request
  const hub = await hubOf(request)
  const chosen = {
    offer: query.get('offer') ?? '',
    status: query.get('status') ?? '',
    q: (query.get('q') ?? '').trim().slice(0, 100),
  }
  const sort = sortFrom(query, listOrders, { by: 'received', direction: 'descending' })
  const at = Math.max(1, Math.min(10_000, Number.parseInt(query.get('page') ?? '1', 10) || 1))
  const filter = {
    hubId: hub.id,
    offerId: isId(chosen.offer) ? chosen.offer : null,
    status: isInterestStatus(chosen.status) ? chosen.status : null,
    words: chosen.q,
  }
  const [{ total, rows }, offers] = await Promise.all([
    interestOfHub(context.db, filter, {
      by: sort.by,
      descending: sort.direction === 'descending',
      offset: (at - 1) * pageSize,
      limit: pageSize,
    }),
    offersCounted(context.db, hub.id),
  ])
  const status = filter.status ?? ''
  return page(
    interestListView(frame, { hub, rows, total, page: at, pageSize, sort, chosen: { ...chosen, status }, offers }),
  )
}

/** The same steps as a school takes, filled in by the hub for somebody who telephoned or wrote. */
const onBehalf = async (request: PageRequest, steps: typeof showSteps): Promise<Answer> => {
  const hub = await hubOf(request)
  const id = request.params['offer'] ?? ''
  const offer = isId(id) ? await offerById(request.context.db, id) : null
  if (!offer || offer.hub.id !== hub.id) throw found(null)
  return steps(request, askingFor(offer, `/hub/${hub.slug}/offers/${offer.id}/interest/new`, true))
}

export const showEnter: Page = (request) => onBehalf(request, showSteps)
export const enter: Page = (request) => onBehalf(request, answerSteps)
