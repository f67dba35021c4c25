import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { answerEvaluation } from '../actions/answer-evaluation.ts'
import { answererById } from '../queries.ts'
import { evaluateForm } from './evaluate.form.ts'
import { type Answering, evaluateView } from './evaluate.view.ts'

const answeringOf = async (context: Context, token: string): Promise<Answering> => {
  const answerer = found(context.actor.kind === 'link' ? await answererById(context.db, context.actor.subjectId) : null)
  const { evaluation, group, project, given } = answerer
  const isOpen = Temporal.PlainDate.compare(context.today, evaluation.closesOn) <= 0
  return {
    address: `/evaluate/${token}`,
    group,
    project,
    given,
    isOpen,
    closesOn: evaluation.closesOn,
    questions: evaluation.questions,
  }
}

export const showQuestions: Page = async ({ context, params, query, frame }) => {
  const answering = await answeringOf(context, params['token'] ?? '')
  const notice = query.has('sent') ? 'Thank you. Your answers are kept.' : frame.notice
  return page(evaluateView({ ...frame, notice }, { answering, form: emptyForm }))
}

export const saveAnswers: Page = async ({ context, params, body, frame }) => {
  const answering = await answeringOf(context, params['token'] ?? '')
  const parsed = parseForm(evaluateForm(answering.questions), body)
  if (!parsed.ok) return invalid(evaluateView(frame, { answering, form: parsed }))
  await answerEvaluation(context, parsed.value)
  return redirect(`${answering.address}?sent=1`)
}
