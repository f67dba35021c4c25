import { found } from '../../../platform/errors.ts'
import type { Answer, Page, PageRequest } from '../../../platform/http/routes.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { offerById } from '../../offers/index.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { answerSteps, askingFor, showSteps } from './ask.page.ts'

/** The same steps as a school takes, filled in by the hub for somebody who telephoned or wrote. */
const onBehalf = async (request: PageRequest, steps: typeof showSteps): Promise<Answer> => {
  const { context, params } = request
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  const id = params['offer'] ?? ''
  const offer = isId(id) ? await offerById(context.db, id) : null
  if (!offer || offer.hub.id !== hub.id) throw found(null)
  return steps(request, askingFor(offer, `/hub/${hub.slug}/offers/${offer.id}/interest/new`, true))
}

export const showEnter: Page = (request) => onBehalf(request, showSteps)
export const enter: Page = (request) => onBehalf(request, answerSteps)
