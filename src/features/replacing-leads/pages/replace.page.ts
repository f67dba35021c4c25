import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState, formFrom } from '../../../ui/fields.ts'
import { groupInSight, mayRunGroup, possibleLeads, takesPlaces } from '../../groups/index.ts'
import { nameOf } from '../../people/index.ts'
import { clashInWords, replaceLead } from '../actions/replace-lead.ts'
import { clashesFor, hostedByLead, leadRolesOf, membersToTell, schoolOfLead, sessionsFrom } from '../queries.ts'
import { hostsIn, replacingIn } from './replace.form.ts'
import { previewView, replaceView } from './replace.view.ts'

const around = async ({ context, params }: PageRequest) => {
  const group = found(await groupInSight(context, params['id'] ?? ''))
  if (!mayRunGroup(context.actor, group)) throw new Forbidden('Only staff of the lead hub replace a lead')
  const [roles, people] = await Promise.all([
    leadRolesOf(context.db, group.id, context.today),
    possibleLeads(context.db, group.hubId, context.today),
  ])
  const leading = new Set(roles.map(({ personId }) => personId))
  return {
    group,
    roles,
    people: people.filter(({ id }) => !leading.has(id)),
    isOver: !takesPlaces(group.status),
  }
}

type Around = Awaited<ReturnType<typeof around>>

const parse = ({ body }: PageRequest, { roles, people }: Around) =>
  replacingIn(body, {
    roleIds: roles.filter(({ until }) => until === null).map(({ id }) => id),
    personIds: people.map(({ id }) => id),
  })

export const showReplace: Page = async (request) => {
  const { today } = request.context
  const form = formFrom({
    'from-day': String(today.day),
    'from-month': String(today.month),
    'from-year': String(today.year),
  })
  return page(replaceView(request.frame, { ...(await around(request)), form }))
}

/** What follows from it, before anything is done. */
export const preview: Page = async (request) => {
  const { context, body, frame } = request
  const there = await around(request)
  const again = (form: FormState) => invalid(replaceView(frame, { ...there, form }))
  if (body['change'] !== undefined) return page(replaceView(frame, { ...there, form: { typed: body, errors: [] } }))
  const parsed = parse(request, there)
  if (!parsed.ok) return again(parsed)
  const { from, to, roleId } = parsed.value
  const role = found(there.roles.find(({ id }) => id === roleId))
  const toPersonId = 'personId' in to ? to.personId : null
  const name = 'personId' in to ? ((await nameOf(context.db, to.personId)) ?? '') : to.name
  const groupId = there.group.id
  const clashes = toPersonId === null ? [] : await clashesFor(context.db, { groupId, personId: toPersonId, from })
  const clash = clashInWords(name, clashes)
  if (clash) return again({ typed: body, errors: [{ field: 'to', message: clash }] })
  if (Temporal.PlainDate.compare(from, context.today) < 0)
    return again({ typed: body, errors: [{ field: 'from', message: 'Choose today or a later day' }] })
  const except = [role.personId, ...(toPersonId === null ? [] : [toPersonId])]
  const [sessions, members, hosted, school] = await Promise.all([
    sessionsFrom(context.db, groupId, from),
    membersToTell(context.db, { groupId, from, except }),
    hostedByLead(context.db, { groupId, personId: role.personId, from }),
    toPersonId === null ? null : schoolOfLead(context.db, toPersonId),
  ])
  return page(
    previewView(frame, {
      ...{ group: there.group, old: role.name, name, from, sessions, members, typed: body },
      ...{ hosted, newSchool: school?.name ?? null },
    }),
  )
}

export const replace: Page = async (request) => {
  const there = await around(request)
  const again = (form: FormState) => replaceView(request.frame, { ...there, form })
  const parsed = parse(request, there)
  if (!parsed.ok) return invalid(again(parsed))
  try {
    await replaceLead(request.context, { groupId: there.group.id, ...parsed.value, hosts: hostsIn(request.body) })
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    const form = { ...emptyForm, typed: request.body, errors: [{ field: 'to', message: problem.message }] }
    return problem instanceof Conflict ? overtaken(again(form)) : invalid(again(form))
  }
  return redirect(`/groups/${there.group.id}?said=replaced`)
}
