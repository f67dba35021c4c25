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
import { markOf, type WrittenProject, writePart, writingOf } from '../../project-writing/index.ts'
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
    questions: written.questions,
  })
  return rulesView(request.frame, {
    place,
    path,
    written,
    status,
    about: { names: namesIn(lists), subject: subjectOf(written) },
    mark: markOf(written, ['criteria']),
    narrowMark: markOf(written, ['hubsMayNarrow']),
    form,
  })
}

/** Every rule of a project, as a tree that can be read, in its order. */
export const showRules: Page = async (request) => page(await draw(request, emptyForm))

const pressed = ({ criteria }: WrittenProject, press: string): Partial<WrittenProject> | null => {
  if (press === 'hubs:may' || press === 'hubs:none') return { hubsMayNarrow: press === 'hubs:may' }
  const rules = rearranged(criteria, press)
  return rules && { criteria: rules }
}

export const rearrange: Page = async (request): Promise<Answer> => {
  const { writing, path } = await writingOf(request)
  const part = pressed(writing.written, typedText(request.body, 'press'))
  if (part === null) return redirect(`${path}/rules`)
  try {
    await writePart(request.context, { id: writing.id, part, mark: typedText(request.body, 'mark') })
    return redirect(`${path}/rules`)
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    const message =
      problem instanceof Conflict ? `${problem.message} These are the rules now: choose again.` : problem.message
    const drawn = await draw(request, { typed: {}, errors: [{ field: '', message }] })
    return problem instanceof Conflict ? overtaken(drawn) : invalid(drawn)
  }
}
