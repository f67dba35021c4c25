import { found, Refused } from '../../../platform/errors.ts'
import { fileRefused, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { takesPlaces } from '../../groups/index.ts'
import { groupWorkedOn } from '../../registers/index.ts'
import { sessionsOfGroup } from '../../sessions/index.ts'
import { attached } from '../../tasks/index.ts'
import { addMaterial, takeBackMaterial } from '../actions/add-material.ts'
import { fileOfGroup, materialsOf, messagesOf } from '../queries.ts'
import { materialIn } from './work.form.ts'
import { workView } from './work.view.ts'

const notices = {
  added: 'It stands on the group’s page.',
  'taken-back': 'It is off the group’s page.',
  written: 'The message is kept. Its mail goes in ten minutes; until then it can be taken back.',
  withdrawn: 'The message is taken back: nobody was written to.',
} as const

const around = async ({ context, params }: PageRequest) => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  const [materials, messages, sessions] = await Promise.all([
    materialsOf(context.db, group.id),
    messagesOf(context.db, group.id),
    sessionsOfGroup(context.db, group.id),
  ])
  return {
    group,
    materials,
    messages,
    sessions: sessions.filter(({ status }) => status !== 'cancelled'),
    isOver: !takesPlaces(group.status),
    now: context.now,
  }
}

const draw = async (request: PageRequest, form: FormState) => {
  const notice = wordedAs(notices, request.query.get('said'))
  return workView({ ...request.frame, notice: notice ?? request.frame.notice }, { ...(await around(request)), form })
}

/** What the leads of a group and its hubs put on its page, and what they wrote. */
export const showForWork: Page = async (request) => page(await draw(request, emptyForm))

export const add: Page = async (request) => {
  const { context, body, upload } = request
  const { group, sessions } = await around(request)
  const parsed = materialIn(
    body,
    upload ?? null,
    sessions.map(({ id }) => id),
  )
  if (!parsed.ok) {
    const drawn = await draw(request, parsed)
    return parsed.errors.some(({ field }) => field === 'file') ? fileRefused(drawn, 415) : invalid(drawn)
  }
  try {
    await addMaterial(context, { groupId: group.id, ...parsed.value })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(await draw(request, { typed: body, errors: [{ field: 'title', message: problem.message }] }))
  }
  return redirect(`/groups/${group.id}/page?said=added`)
}

export const takeBack: Page = async (request) => {
  const { group } = await around(request)
  const id = request.params['material'] ?? ''
  await takeBackMaterial(request.context, { groupId: group.id, id: found(isId(id) ? id : null) })
  return redirect(`/groups/${group.id}/page?said=taken-back`)
}

export const fileForWork: Page = async ({ context, params }) => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  return attached(found(await fileOfGroup(context.db, group.id, params['material'] ?? '')))
}
