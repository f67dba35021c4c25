import { type Page, page } from '../../../platform/http/routes.ts'
import { versionsOfOffer } from '../version-queries.ts'
import { offerAt } from './offer-home.page.ts'
import { versionsView } from './versions.view.ts'

/** Who changed what of an offer, the latest first. */
export const showVersions: Page = async (request) => {
  const offer = await offerAt(request)
  return page(versionsView(request.frame, { offer, versions: await versionsOfOffer(request.context.db, offer.id) }))
}
