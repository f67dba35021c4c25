import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { markOf } from '../../../platform/versions.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { publishYear } from '../actions/publish-year.ts'
import { emptyLayout } from '../layout.ts'
import { layoutChanges } from '../layout-difference.ts'
import { layoutOfVersion, publicLayout, titlesOf, versionsOf } from '../layout-queries.ts'
import { noteOf } from './parts.form.ts'
import { publishView, versionView } from './publish.view.ts'
import { yearBeingWritten } from './year.page.ts'
import { yearPath } from './year.view.ts'
import { yearIn } from './years.page.ts'

const draw = async (request: PageRequest, form: FormState) => {
  const written = await yearBeingWritten(request)
  const before = await publicLayout(request.context.db, written.year)
  const titles = await titlesOf(request.context.db, [before, written.layout])
  const changes = layoutChanges(before, written.layout, titles)
  return publishView(request.frame, { ...written, changes, mark: markOf(written.layout), form })
}

export const askToPublish: Page = async (request) => page(await draw(request, emptyForm))

export const publish: Page = async (request) => {
  const year = await yearIn(request)
  const [mark, note] = [typedText(request.body, 'mark'), noteOf(request.body)]
  try {
    await publishYear(request.context, { year, mark, note })
    return redirect(`${yearPath(year)}?said=published`)
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    const again = await draw(request, { typed: request.body, errors: [{ field: 'note', message: problem.message }] })
    return problem instanceof Conflict ? overtaken(again) : invalid(again)
  }
}

/** One version with what it changed against the one before. */
export const showVersion: Page = async (request) => {
  const year = await yearIn(request)
  const { db } = request.context
  const asked = request.params['version'] ?? ''
  const all = await versionsOf(db, year)
  const version = found(all.find(({ number }) => String(number) === asked) ?? null)
  const layout = found(await layoutOfVersion(db, year, version.number))
  const before = (await layoutOfVersion(db, year, version.number - 1)) ?? emptyLayout
  const changes = layoutChanges(before, layout, await titlesOf(db, [before, layout]))
  return page(versionView(request.frame, { year, version, changes, last: all.length }))
}
