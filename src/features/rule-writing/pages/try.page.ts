import { type Page, page } from '../../../platform/http/routes.ts'
import { writingOf } from '../../project-writing/index.ts'
import { outcomeOf } from '../trying.ts'
import { tryRules } from '../trying-queries.ts'
import { tryView } from './try.view.ts'

/** Whose verdict would change if the rules that are written were public: numbers first, then organisations, never people. */
export const showTrial: Page = async (request) => {
  const { place, writing, path } = await writingOf(request)
  const requests = await tryRules(request.context, writing)
  return page(
    tryView(request.frame, {
      place,
      path,
      title: writing.written.title,
      status: writing.status,
      ...outcomeOf(requests),
    }),
  )
}
