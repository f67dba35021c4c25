import { type Page, page } from '../../../platform/http/routes.ts'
import { peopleFound } from '../record-queries.ts'
import { peopleView } from './people.view.ts'
import { placeOfAsking } from './place-of-asking.ts'

const mostShown = 50

export const findPeople: Page = async (request) => {
  const place = await placeOfAsking(request)
  const words = (request.query.get('q') ?? '').trim().slice(0, 100)
  const people =
    words === '' ? [] : await peopleFound(request.context.db, { words, hubId: place.hubId, limit: mostShown })
  return page(peopleView(request.frame, { place, words, people, isCut: people.length === mostShown }))
}
