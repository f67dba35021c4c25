import { found, NotFound } from '../../../platform/errors.ts'
import { type Page, redirect } from '../../../platform/http/routes.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { interestById } from '../../interest/index.ts'
import { stopLinksOfInterest } from '../actions/stop-links.ts'
import { placeOfAsking, requireOf } from './place-of-asking.ts'

export const stopLinks: Page = async (request) => {
  const { context, params } = request
  const id = params['id'] ?? ''
  if (!isId(id)) throw new NotFound('Not an id')
  const interest = found(await interestById(context.db, id))
  requireOf(await placeOfAsking(request), [interest.hub.id])
  await stopLinksOfInterest(context, id)
  return redirect(`/hub/${interest.hub.slug}/interest/${id}`)
}
