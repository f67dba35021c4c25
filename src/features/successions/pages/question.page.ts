import { found, Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { kindOfRecord, recordMeant } from '../../records/index.ts'
import { settleSuccession } from '../actions/settle-succession.ts'
import { liveOf, questionById, type SuccessionQuestion, schoolsById, successorsTold } from '../queries.ts'
import { questionForm } from './question.form.ts'
import { questionView } from './question.view.ts'

const questionHere = async ({ context, params }: PageRequest): Promise<SuccessionQuestion> => {
  const id = params['id'] ?? ''
  return found(isId(id) ? await questionById(context.db, id) : null)
}

const draw = async ({ context, frame }: PageRequest, question: SuccessionQuestion, form: FormState) => {
  const { organisationId, settlement } = question
  const chosen = settlement?.organisation
  const [successors, live, settledWith] = await Promise.all([
    organisationId ? successorsTold(context.db, organisationId) : [],
    organisationId ? liveOf(context.db, organisationId) : [],
    chosen && isId(chosen) ? schoolsById(context.db, [chosen]) : [],
  ])
  return questionView(frame, { question, successors, live, settledWith: settledWith[0]?.name ?? null, form })
}

export const showSuccession: Page = async (request) => page(await draw(request, await questionHere(request), emptyForm))

const organisationMeant = async ({ context }: PageRequest, typed: string): Promise<string | null> => {
  const id = typed === '' ? null : await recordMeant(context.db, typed)
  const kind = id === null ? null : await kindOfRecord(context.db, id)
  return kind?.kind === 'organisation' ? (kind.mergedInto ?? id) : null
}

const notFound = 'No organisation has this URN or UKPRN'

export const decideSuccession: Page = async (request) => {
  const { context, body, path } = request
  const question = await questionHere(request)
  const form = parseForm(questionForm, body)
  if (!form.ok) return invalid(await draw(request, question, form))
  const again = (errors: FormState['errors']) => draw(request, question, { typed: body, errors })
  const { decision, other = '' } = form.value
  const told = question.organisationId ? await successorsTold(context.db, question.organisationId) : []
  const follows =
    decision === 'other'
      ? await organisationMeant(request, other)
      : (told.find(({ id }) => id === decision)?.id ?? null)
  if (decision === 'other' && follows === null) return invalid(await again([{ field: 'other', message: notFound }]))
  if (decision !== 'stays' && follows === null)
    return invalid(await again([{ field: 'decision', message: 'Choose what becomes of it' }]))
  try {
    await settleSuccession(context, { questionId: question.id, followsId: follows })
    return redirect(path)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return overtaken(await again([{ field: 'decision', message: problem.message }]))
  }
}
