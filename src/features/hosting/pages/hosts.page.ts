import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { typedList, typedText } from '../../../platform/forms.ts'
import { invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { groupInSight, mayPlanGroup } from '../../groups/index.ts'
import { askHosts, withdrawHosting } from '../actions/ask-hosts.ts'
import { stateWillingness } from '../actions/state-willingness.ts'
import { hostingsOfGroup, peopleToHost, schoolsToHost } from '../queries.ts'
import { rotaFor } from '../rota.ts'
import { hostsView } from './hosts.view.ts'

const around = async ({ context, params }: PageRequest) => {
  const group = found(await groupInSight(context, params['id'] ?? ''))
  if (!mayPlanGroup(context.actor, group)) throw new Forbidden('Only the lead hub and the leads plan who hosts')
  const [schools, meetings, people] = await Promise.all([
    schoolsToHost(context.db, group.id, context.today),
    hostingsOfGroup(context.db, group.id),
    peopleToHost(context.db, group.id),
  ])
  return { group, schools, meetings, people }
}

const notices: Readonly<Record<string, string>> = {
  saved: 'Saved.',
  asked: 'The schools have been asked, each by a mail with a link of its own.',
  withdrawn: 'Taken back: the session has no host.',
}

const draw = async (request: PageRequest, form: FormState) => {
  const here = await around(request)
  const open = here.meetings.filter(({ status }) => status !== 'held')
  const proposed = rotaFor(here.meetings, here.schools, here.people).filter(({ meetingId }) =>
    open.some(({ id }) => id === meetingId),
  )
  return hostsView(
    { ...request.frame, notice: wordedAs(notices, request.query.get('said')) },
    { ...here, proposed, form },
  )
}

export const showHosts: Page = async (request) => page(await draw(request, emptyForm))

const attempt = async (request: PageRequest, work: () => Promise<unknown>, said: string) => {
  try {
    await work()
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    const drawn = await draw(request, { typed: {}, errors: [{ field: '', message: problem.message }] })
    return problem instanceof Conflict ? overtaken(drawn) : invalid(drawn)
  }
  return redirect(`/groups/${request.params['id']}/hosts?said=${said}`)
}

/** States which schools host, and for how many they have room. */
export const saveWillingness: Page = async (request) => {
  const { group, schools } = await around(request)
  const willing = typedList(request.body, 'willing')
  const errors: { field: string; message: string }[] = []
  const stated = schools.map(({ id, name }) => {
    const typed = typedText(request.body, `room-${id}`)
    const room = typed === '' ? null : /^\d{1,3}$/.test(typed) ? Number(typed) : 0
    if (room === 0)
      errors.push({ field: `room-${id}`, message: `${name}: enter for how many people it has room, or nothing` })
    return { organisationId: id, isWilling: willing.includes(id), room }
  })
  if (errors.length > 0) return invalid(await draw(request, { typed: request.body, errors }))
  return attempt(request, () => stateWillingness(request.context, { groupId: group.id, stated }), 'saved')
}

/** Asks the schools that were chosen, session by session. */
export const ask: Page = async (request) => {
  const { group, meetings } = await around(request)
  const asks = meetings.flatMap(({ id }) => {
    const organisationId = typedText(request.body, `host-${id}`)
    return isId(organisationId) ? [{ sessionId: id, organisationId }] : []
  })
  if (asks.length === 0)
    return invalid(
      await draw(request, {
        typed: request.body,
        errors: [{ field: '', message: 'Choose a school for at least one session' }],
      }),
    )
  return attempt(request, () => askHosts(request.context, { groupId: group.id, asks }), 'asked')
}

export const withdraw: Page = async (request) => {
  const { group } = await around(request)
  const hostingId = request.params['hosting'] ?? ''
  found(isId(hostingId) ? hostingId : null)
  return attempt(request, () => withdrawHosting(request.context, { groupId: group.id, hostingId }), 'withdrawn')
}
