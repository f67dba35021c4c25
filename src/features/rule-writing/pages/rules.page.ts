import { Conflict, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import {
  type Answer,
  invalid,
  overtaken,
  type Page,
  type PageRequest,
  page,
  redirect,
} from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { markOf, writePart, writingOf } from '../../project-writing/index.ts'
import { listsFor, namesIn } from '../lists-queries.ts'
import { rearranged, subjectOf } from '../rule-written.ts'
import { rulesView } from './rules.view.ts'

const draw = async (request: PageRequest, form: FormState) => {
  const { place, writing, path } = await writingOf(request)
  const { written, status } = writing
  const lists = await listsFor(request.context.db, {
    projectId: writing.id,
    hubId: place.hubId,
    year: written.year,
  })
  return rulesView(request.frame, {
    place,
    path,
    written,
    status,
    about: { names: namesIn(lists), subject: subjectOf(written) },
    mark: markOf(written, ['criteria']),
    form,
  })
}

/** Every rule of a project, as a tree that can be read, in its order. */
export const showRules: Page = async (request) => page(await draw(request, emptyForm))

export const rearrange: Page = async (request): Promise<Answer> => {
  const { writing, path } = await writingOf(request)
  const criteria = rearranged(writing.written.criteria, typedText(request.body, 'press'))
  if (criteria === null) return redirect(`${path}/rules`)
  try {
    await writePart(request.context, { id: writing.id, part: { criteria }, mark: typedText(request.body, 'mark') })
    return redirect(`${path}/rules`)
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    const message =
      problem instanceof Conflict ? `${problem.message} These are the rules now: choose again.` : problem.message
    const drawn = await draw(request, { typed: {}, errors: [{ field: '', message }] })
    return problem instanceof Conflict ? overtaken(drawn) : invalid(drawn)
  }
}
