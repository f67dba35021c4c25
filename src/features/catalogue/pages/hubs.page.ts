import { found } from '../../../platform/errors.ts'
import { movedTo, type Page, page } from '../../../platform/http/routes.ts'
import { academicYearOf } from '../../../vocabulary/academic-year.ts'
import { endInWords, offersOfHub } from '../../offers/index.ts'
import { hubInFull, successorOfHub } from '../../organisations/index.ts'
import { hubView } from './hubs.view.ts'

export const showHub: Page = async ({ context: { db, today }, params, frame }) => {
  const hub = found(await hubInFull(db, params['hub'] ?? ''))
  const successor = hub.isOpen ? null : await successorOfHub(db, hub.id)
  if (successor) return movedTo(`/hubs/${successor.slug}`)
  const now = academicYearOf(today)
  const published = (await offersOfHub(db, hub.id)).filter(
    (offer) => offer.status === 'published' && offer.year >= now && endInWords(offer) === null,
  )
  const byYear = Map.groupBy(published, (offer) => offer.year)
  const years = [...byYear]
    .map(([year, offers]) => ({
      year,
      offers: offers.toSorted((one, other) => one.project.title.localeCompare(other.project.title, 'en-GB')),
    }))
    .toSorted((one, other) => one.year - other.year)
  return page(hubView(frame, { hub, years, today }))
}
