import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { groupInSight, mayPlanGroup } from '../../groups/index.ts'
import { lengthOf, sessionsOfGroup } from '../../sessions/index.ts'
import { recordTimeBeside, removeTimeBeside } from '../actions/record-time.ts'
import { besideTogether, everybody } from '../beside.ts'
import { daysInWordsOf } from '../days.ts'
import { besideOfGroup, daysAskedOf, takingPartOf } from '../queries.ts'
import { timeForm } from './time.form.ts'
import { timeView } from './time.view.ts'

const groupOf = async ({ context, params }: PageRequest) => {
  const group = found(await groupInSight(context, params['id'] ?? ''))
  if (!mayPlanGroup(context.actor, group)) throw new Forbidden('Only the lead hub and the leads record time of a group')
  return group
}

const draw = async (request: PageRequest, form: FormState) => {
  const group = await groupOf(request)
  const { db, today } = request.context
  const [beside, sessions, takingPart, asked] = await Promise.all([
    besideOfGroup(db, group.id),
    sessionsOfGroup(db, group.id),
    takingPartOf(db, group.id),
    daysAskedOf(db, group.id),
  ])
  const lengths = (isDone: boolean): number =>
    sessions
      .filter(({ status }) => status !== 'cancelled' && (status === 'held') === isDone)
      .reduce((sum, each) => sum + lengthOf(each), 0)
  const leads = new Set(group.leads.map(({ personId }) => personId))
  const days = daysInWordsOf(
    { done: lengths(true), planned: lengths(false) },
    besideTogether(
      beside.filter(({ personId }) => leads.has(personId)),
      today,
    ),
    asked,
  )
  const notice = request.query.get('said') === 'saved' ? 'Saved.' : null
  return timeView({ ...request.frame, notice }, { group, beside, takingPart, days, today, form })
}

export const showTime: Page = async (request) => page(await draw(request, emptyForm))

export const saveTime: Page = async (request) => {
  const group = await groupOf(request)
  const form = parseForm(timeForm, request.body)
  if (!form.ok) return invalid(await draw(request, form))
  const { whose, ...time } = form.value
  try {
    const personIds =
      whose === everybody ? (await takingPartOf(request.context.db, group.id)).map(({ personId }) => personId) : [whose]
    await recordTimeBeside(request.context, { groupId: group.id, personIds, ...time })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(await draw(request, { typed: request.body, errors: [{ field: 'on', message: problem.message }] }))
  }
  return redirect(`/groups/${group.id}/time?said=saved`)
}

export const takeTimeAway: Page = async (request) => {
  const group = await groupOf(request)
  const id = request.params['time'] ?? ''
  await removeTimeBeside(request.context, { groupId: group.id, id: found(isId(id) ? id : null) })
  return redirect(`/groups/${group.id}/time?said=saved`)
}
