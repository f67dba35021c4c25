import { Conflict, Refused } from '../../../platform/errors.ts'
import { typedList, typedText } from '../../../platform/forms.ts'
import { invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { confirmDates, peopleOfDates, sessionsOfGroup } from '../../sessions/index.ts'
import { confirmView } from './confirm.view.ts'
import { groupToPlan } from './schedule.page.ts'

const draw = async (request: PageRequest, form: FormState) => {
  const group = await groupToPlan(request)
  const { db, today } = request.context
  const [sessions, people] = await Promise.all([sessionsOfGroup(db, group.id), peopleOfDates(db, group.id, today)])
  const provisional = sessions.filter(
    ({ status, onDate, startsAt, endsAt }) =>
      status === 'provisional' && onDate !== null && startsAt !== null && endsAt !== null,
  )
  return confirmView(request.frame, { group, provisional, waiting: people.map(({ name }) => name), form })
}

export const showConfirm: Page = async (request) => page(await draw(request, emptyForm))

/** Confirms the dates that were chosen, together, and tells everyone if that was asked. */
export const confirm: Page = async (request) => {
  const group = await groupToPlan(request)
  const ids = typedList(request.body, 'sessions')
  const again = (message: string) => draw(request, { typed: request.body, errors: [{ field: 'sessions', message }] })
  if (ids.length === 0) return invalid(await again('Choose at least one date'))
  const sessions = ids.map((id) => ({ sessionId: id, sequence: Number(typedText(request.body, `sequence-${id}`)) }))
  try {
    const tell = typedList(request.body, 'tell').includes('yes')
    await confirmDates(request.context, { groupId: group.id, sessions, tell })
  } catch (problem) {
    if (problem instanceof Conflict) return overtaken(await again(problem.message))
    if (problem instanceof Refused) return invalid(await again(problem.message))
    throw problem
  }
  return redirect(`/groups/${group.id}/schedule?said=confirmed`)
}
