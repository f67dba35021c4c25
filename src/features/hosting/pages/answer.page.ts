import { found, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { answerHosting } from '../actions/answer-hosting.ts'
import type { HostingStatus } from '../hosting.ts'
import { hostingOfLink, needsToldAt, peopleToHost } from '../queries.ts'
import { answerView } from './answer.view.ts'

const draw = async (request: PageRequest, form: FormState) => {
  const { context, params, query } = request
  const { actor, db } = context
  const hosting = found(actor.kind === 'link' ? await hostingOfLink(db, actor.subjectId) : null)
  const people = await peopleToHost(db, hosting.groupId)
  const needs = await needsToldAt(db, hosting.sessionId)
  const isOver = hosting.sessionStatus === 'held' || hosting.sessionStatus === 'cancelled'
  const notice = query.get('said') === 'answered' ? 'Thank you: your answer is kept, and the lead has been told.' : null
  const shown = { ...hosting, status: hosting.status as HostingStatus, isOver }
  return answerView(
    { ...request.frame, notice },
    { action: `/host/${params['token']}`, hosting: shown, people, needs, form },
  )
}

export const showHosting: Page = async (request) => page(await draw(request, emptyForm))

const longest = 300

/** Takes the answer of a school. */
export const saveHosting: Page = async (request) => {
  const { context, body, params } = request
  const { actor, db } = context
  const { id: hostingId } = found(actor.kind === 'link' ? await hostingOfLink(db, actor.subjectId) : null)
  const names = ['room', 'parking', 'way_in', 'lunch', 'reason'] as const
  const errors = names
    .filter((name) => typedText(body, name).length > longest)
    .map((field) => ({ field, message: `Use at most ${longest} characters` }))
  if (errors.length > 0) return invalid(await draw(request, { typed: body, errors }))
  const text = (name: string) => typedText(body, name) || null
  try {
    if (typedText(body, 'answer') === 'no')
      await answerHosting(context, { hostingId, hosts: false, reason: text('reason') })
    else {
      const details = { room: text('room'), parking: text('parking'), wayIn: text('way_in'), lunch: text('lunch') }
      await answerHosting(context, { hostingId, hosts: true, details })
    }
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(await draw(request, { typed: body, errors: [{ field: '', message: problem.message }] }))
  }
  return redirect(`/host/${params['token']}?said=answered`)
}
