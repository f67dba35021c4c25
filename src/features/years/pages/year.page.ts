import { Conflict, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { markOf } from '../../../platform/versions.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { withdrawYear } from '../actions/withdraw-year.ts'
import { amongst, type ListName, listNames } from '../layout.ts'
import { projectsToPlace, titlesOf, versionsOf, workingLayout } from '../layout-queries.ts'
import { noteOf } from './parts.form.ts'
import { yearPath, yearView } from './year.view.ts'
import { yearIn } from './years.page.ts'

const said: Readonly<Record<string, string>> = {
  saved: 'Saved in the draft. Everybody sees it once it is published.',
  published: 'Published: everybody sees it now.',
  withdrawn: 'Withdrawn. What it showed is a draft now; its projects stay public.',
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

const draw = async (request: PageRequest, form: FormState = emptyForm) => {
  const written = await yearBeingWritten(request)
  const { layout, year } = written
  const marks = new Map(
    listNames.flatMap((list: ListName) =>
      layout[list].map(({ id }) => [id, markOf(amongst(layout, list, id))] as const),
    ),
  )
  const versions = await versionsOf(request.context.db, year)
  const frame = { ...request.frame, notice: wordedAs(said, request.query.get('said')) }
  return yearView(frame, { ...written, marks, versions, mark: markOf(layout), form })
}

export const showYear: Page = async (request) => page(await draw(request))

/** Withdraws what a year shows; who has not said why, or has not seen what it says now, is asked again. */
export const withdraw: Page = async (request) => {
  const year = await yearIn(request)
  const [mark, reason] = [typedText(request.body, 'mark'), noteOf(request.body) ?? '']
  try {
    await withdrawYear(request.context, { year, mark, reason })
    return redirect(`${yearPath(year)}?said=withdrawn`)
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    const again = await draw(request, { typed: request.body, errors: [{ field: 'note', message: problem.message }] })
    return problem instanceof Conflict ? overtaken(again) : invalid(again)
  }
}
