import { type Page, page, redirect } from '../../../platform/http/routes.ts'
import { confirmInterest } from '../../interest/index.ts'
import { interestOfLink, statusPath } from './of-link.page.ts'
import { confirmView } from './place.view.ts'

export const showConfirm: Page = async (request) => {
  const interest = await interestOfLink(request)
  if (interest.status !== 'draft' && interest.receivedAt !== null) return redirect(statusPath(request, interest))
  return page(confirmView(request.frame, { interest, path: request.path }))
}

export const confirm: Page = async (request) => {
  const interest = await interestOfLink(request)
  await confirmInterest(request.context, interest.id)
  return redirect(statusPath(request, interest))
}
