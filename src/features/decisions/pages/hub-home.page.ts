import { found } from '../../../platform/errors.ts'
import { type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { movesAwaiting } from '../../invitations/index.ts'
import { choicesAwaited } from '../../offer-writing/index.ts'
import { type Hub, hubBySlug } from '../../organisations/index.ts'
import { isHubLead } from '../../people/index.ts'
import { countSuccessorsAwaited } from '../../replacing-people/index.ts'
import { countNotReached } from '../../undelivered/index.ts'
import { answersAwaited, countsOfHub, offersCounted } from '../hub-home-queries.ts'
import { hubHomeView } from './hub-home.view.ts'

export const hubOf = async ({ context, params }: PageRequest): Promise<Hub> =>
  found(await hubBySlug(context.db, params['hub'] ?? ''))

export const showHubHome: Page = async (request) => {
  const { context, frame } = request
  const hub = await hubOf(request)
  const [counts, awaited, offers, moves, choices, notReached, successors] = await Promise.all([
    countsOfHub(context.db, hub.id),
    answersAwaited(context.db, hub.id, context.now),
    offersCounted(context.db, hub.id),
    movesAwaiting(context.db, hub.id),
    choicesAwaited(context.db, hub.id),
    countNotReached(context.db, hub.id),
    countSuccessorsAwaited(context.db, hub.id, context.today),
  ])
  const texts = [...choices.values()].reduce((sum, each) => sum + each, 0)
  const leads = isHubLead(context.actor, hub.id)
  return page(hubHomeView(frame, { hub, leads, counts, ...awaited, moves, successors, texts, notReached, offers }))
}
