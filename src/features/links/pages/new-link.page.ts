import { NotFound } from '../../../platform/errors.ts'
import { linkOver } from '../../../platform/http/link-actor.ts'
import { type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { type hubsLinkPurposes, isHubsLinkPurpose } from '../../../vocabulary/link-purpose.ts'
import { renewLink } from '../actions/renew-link.ts'
import { newLinkSentView, newLinkView } from './new-link.view.ts'

type Purpose = (typeof hubsLinkPurposes)[number]

/** The record of a link that was made here and whose time is over, and that nobody stopped. */
const expired = async ({ context, params }: PageRequest): Promise<{ purpose: Purpose; subjectId: string }> => {
  const purpose = params['purpose'] ?? ''
  if (!isHubsLinkPurpose(purpose)) throw new NotFound('No such link')
  return { purpose, subjectId: await linkOver(context, purpose, params['token'] ?? '') }
}

export const askNewLink: Page = async (request) => {
  await expired(request)
  return page(newLinkView(request.frame, request.path))
}

export const sendNewLink: Page = async (request) => {
  await renewLink(request.context, await expired(request))
  return page(newLinkSentView(request.frame))
}
