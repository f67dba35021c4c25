import { type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { amongst, type ListName, listNames } from '../layout.ts'
import { markOf, projectsToPlace, titlesOf, versionsOf, workingLayout } from '../layout-queries.ts'
import { yearView } from './year.view.ts'
import { yearIn } from './years.page.ts'

const said: Readonly<Record<string, string>> = {
  saved: 'Saved in the draft. Everybody sees it once it is published.',
  published: 'Published: everybody sees it now.',
  discarded: 'The draft was let go. What is public stays as it is.',
}

/** The year in an address with what is being written of it, as every page of it draws it. */
export const yearBeingWritten = async (request: PageRequest) => {
  const year = await yearIn(request)
  const { db } = request.context
  const [working, projects] = await Promise.all([workingLayout(db, year), projectsToPlace(db, year)])
  const titles = await titlesOf(db, [working.layout])
  return { year, ...working, projects, titles }
}

export const showYear: Page = async (request) => {
  const written = await yearBeingWritten(request)
  const { layout, year } = written
  const marks = new Map(
    listNames.flatMap((list: ListName) =>
      layout[list].map(({ id }) => [id, markOf(amongst(layout, list, id))] as const),
    ),
  )
  const versions = await versionsOf(request.context.db, year)
  const frame = { ...request.frame, notice: said[request.query.get('said') ?? ''] ?? null }
  return page(yearView(frame, { ...written, marks, versions, mark: markOf(layout) }))
}
