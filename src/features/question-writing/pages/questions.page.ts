import { Conflict, Forbidden, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import {
  afterPressing,
  differencesOf,
  isStillWritten,
  markOf,
  namesIn,
  rowsIn,
  withRows,
  writePart,
  writingOf,
} from '../../project-writing/index.ts'
import type { Question } from '../../projects/index.ts'
import { blankQuestion, questionRowFields, typedQuestions } from '../question-row.ts'
import { readQuestions } from './questions.form.ts'
import { type QuestionsShown, questionsView } from './questions.view.ts'

type Opened = Awaited<ReturnType<typeof writingOf>>

const opened = async (request: PageRequest): Promise<Opened> => {
  const here = await writingOf(request)
  if (!here.place.mayEdit) throw new Forbidden('Only who writes the project writes its questions')
  return here
}

const markNow = ({ writing }: Opened): string => markOf(writing.written, ['questions'])

const draw = (
  request: PageRequest,
  { place, path, writing }: Opened,
  form: FormState,
  more: Pick<QuestionsShown, 'mark'> & Partial<QuestionsShown>,
) =>
  questionsView(request.frame, {
    ...{ place, path, form, preview: null },
    title: writing.written.title,
    isPublic: writing.status === 'published',
    ...more,
  })

export const askForQuestions: Page = async (request) => {
  const here = await opened(request)
  if (!isStillWritten(here.writing.status)) return redirect(here.path)
  const form = formFrom(typedQuestions(here.writing.written.questions))
  return page(draw(request, here, form, { mark: markNow(here) }))
}

const notSaved =
  'What you typed is below, and not saved: read what differs from what is saved now, then save again to put yours in its place.'

const overtakenBy = async (request: PageRequest, questions: readonly Question[], sentence: string) => {
  const here = await opened(request)
  const { written } = here.writing
  const typed = { ...written, questions }
  const differs = differencesOf(written, typed, await namesIn(request.context.db, [written, typed]))
  const form = { typed: request.body, errors: [{ field: 'differs', message: `${sentence} ${notSaved}` }] }
  return overtaken(draw(request, here, form, { mark: markNow(here), differs }))
}

export const saveQuestions: Page = async (request) => {
  const here = await opened(request)
  const { body, context } = request
  const [mark, button] = [typedText(body, 'mark'), typedText(body, 'press')]
  const pressed = afterPressing(button, rowsIn(body, questionRowFields), blankQuestion)
  if (pressed) return page(draw(request, here, formFrom(withRows(body, pressed)), { mark }))
  const read = readQuestions(body, here.writing.written.questions)
  if (!read.ok) return invalid(draw(request, here, read, { mark }))
  if (button === 'preview') return page(draw(request, here, formFrom(body), { mark, preview: read.value }))
  try {
    await writePart(context, { id: here.writing.id, part: { questions: read.value }, mark })
    return redirect(here.path)
  } catch (problem) {
    if (problem instanceof Conflict) return overtakenBy(request, read.value, problem.message)
    if (!(problem instanceof Refused)) throw problem
    return invalid(draw(request, here, { typed: body, errors: [{ field: '', message: problem.message }] }, { mark }))
  }
}
