import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { changeGroup } from '../actions/change-group.ts'
import { confirmGroup } from '../actions/move-group.ts'
import type { GroupSeen } from '../group.ts'
import { mayRunGroup } from '../policy.ts'
import { groupInSight } from '../queries.ts'
import { venuesToChoose } from '../venue-queries.ts'
import { detailsForm } from './details.form.ts'
import { editGroupView } from './details.view.ts'

const toChange = async ({ context, params }: Parameters<Page>[0]) => {
  const group = found(await groupInSight(context, params['id'] ?? ''))
  if (!mayRunGroup(context.actor, group)) throw new Forbidden('Only staff of the lead hub change a group')
  return { group, venues: await venuesToChoose(context.db, group.hubId) }
}

const formOf = (group: GroupSeen): FormState =>
  formFrom({
    name: group.name,
    organisations_room: String(group.organisationsRoom),
    people_room: String(group.peopleRoom),
    organisations_minimum: String(group.organisationsMinimum),
    venue: group.venueId ?? '',
    online_link: group.onlineLink ?? '',
  })

export const showEditGroup: Page = async (request) => {
  const { group, venues } = await toChange(request)
  return page(editGroupView(request.frame, { group, venues, form: formOf(group) }))
}

export const editGroup: Page = async (request) => {
  const { group, venues } = await toChange(request)
  const again = (form: FormState) => invalid(editGroupView(request.frame, { group, venues, form }))
  const form = parseForm(detailsForm, request.body)
  if (!form.ok) return again(form)
  const { organisations_room, people_room, organisations_minimum, venue, online_link, name } = form.value
  const venueId = venues.find((each) => each.id === venue)?.id ?? null
  if (venue !== null && venueId === null)
    return again({
      typed: request.body,
      errors: [{ field: 'venue', message: 'Choose where it meets again: this is no venue of the hub any more' }],
    })
  try {
    await changeGroup(request.context, {
      id: group.id,
      name,
      organisationsRoom: organisations_room,
      peopleRoom: people_room,
      organisationsMinimum: organisations_minimum,
      venueId,
      onlineLink: online_link,
    })
  } catch (problem) {
    if (problem instanceof Refused)
      return again({ typed: request.body, errors: [{ field: 'organisations_room', message: problem.message }] })
    throw problem
  }
  return redirect(`/groups/${group.id}?said=changed`)
}

/** Says that a group goes ahead. */
export const confirm: Page = async ({ context, params }) => {
  const group = found(await groupInSight(context, params['id'] ?? ''))
  await confirmGroup(context, group.id)
  return redirect(`/groups/${group.id}?said=confirmed`)
}
