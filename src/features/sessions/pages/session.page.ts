import type { Context } from '../../../platform/context.ts'
import { Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState, formFrom } from '../../../ui/fields.ts'
import { formatTime } from '../../../vocabulary/local-time.ts'
import { type GroupSeen, groupInSight, mayPlanGroup, takesPlaces, venuesToChoose } from '../../groups/index.ts'
import { placesInSight } from '../../places/index.ts'
import { addSession, moveSession } from '../actions/change-session.ts'
import { cancelSession, confirmSession, takeUpSession } from '../actions/settle-session.ts'
import { nextNumber, sessionInSight } from '../queries.ts'
import type { Session } from '../session.ts'
import { invitationsOfGroup, recipientsOfGroup } from '../telling-queries.ts'
import { sessionForm } from './session.form.ts'
import { editSessionView, newSessionView } from './session.view.ts'

type Request = Parameters<Page>[0]

const requirePlans = ({ actor }: Context, group: GroupSeen): void => {
  if (!mayPlanGroup(actor, group)) throw new Forbidden('Only the lead hub and the leads set the dates of a group')
}

type Kept = { readonly id: string | null; readonly name: string | null }

// The venue that is there already stays a choice, though the hub has it no more: after hubs were merged or divided, say.
const venuesWith = async (context: Context, group: GroupSeen, { id, name }: Kept) => {
  const venues = await venuesToChoose(context.db, group.hubId)
  if (id === null || name === null || venues.some((venue) => venue.id === id)) return { venues, notOurs: null }
  const notOurs = `${name} is not among the venues of ${group.hubName}. It stays unless you choose another.`
  return { venues: [...venues, { id, shortName: name, address: '' }], notOurs }
}

const choicesOf = async (context: Context, group: GroupSeen, kept: Kept) => {
  const [venues, places] = await Promise.all([venuesWith(context, group, kept), placesInSight(context, group)])
  const hosts = places
    .filter((place) => place.status === 'held')
    .map((place) => ({ id: place.organisationId, name: place.organisation }))
  return { ...venues, hosts: hosts.filter((host, at) => hosts.findIndex((other) => other.id === host.id) === at) }
}

const refusedOn = async (field: string, work: () => Promise<unknown>): Promise<FormState['errors'] | null> => {
  try {
    await work()
    return null
  } catch (problem) {
    if (problem instanceof Refused) return [{ field, message: problem.message }]
    throw problem
  }
}

const toAdd = async ({ context, params }: Request) => {
  const group = found(await groupInSight(context, params['id'] ?? ''))
  requirePlans(context, group)
  if (!takesPlaces(group.status)) throw new Refused('This group is over: it meets no more.')
  return { group, ...(await choicesOf(context, group, { id: group.venueId, name: group.venueName })) }
}

export const showNewSession: Page = async (request) => {
  const around = await toAdd(request)
  const { group } = around
  const form = formFrom({
    kind: group.sessionKind,
    mode: 'venue',
    venue: group.venueId ?? '',
    online_link: group.onlineLink ?? '',
    certainty: 'provisional',
    number: String(await nextNumber(request.context.db, group.id)),
  })
  return page(newSessionView(request.frame, { ...around, form }))
}

export const saveNewSession: Page = async (request) => {
  const around = await toAdd(request)
  const form = parseForm(sessionForm, request.body)
  if (!form.ok) return invalid(newSessionView(request.frame, { ...around, form }))
  const { status, details, number } = form.value
  const add = () =>
    addSession(request.context, {
      groupId: around.group.id,
      status,
      details: within(details, around),
      ...(number === undefined ? {} : { number }),
    })
  const errors = goneFrom(details, around) ?? (await refusedOn('date', add))
  if (errors) return invalid(newSessionView(request.frame, { ...around, form: { typed: request.body, errors } }))
  return redirect(`/groups/${around.group.id}?said=added`)
}

type Chosen = { readonly venueId: string | null; readonly hostOrganisationId: string | null }
type Offered = { readonly venues: readonly { id: string }[]; readonly hosts: readonly { id: string }[] }

// Given up by the hub while the page stood open: nothing is put in its place without a word.
const goneFrom = ({ venueId }: Chosen, { venues }: Offered): FormState['errors'] | null =>
  venueId === null || venues.some(({ id }) => id === venueId)
    ? null
    : [{ field: 'venue', message: 'Choose where it is again: this is no venue of the hub any more' }]

// A host that is not among those offered was not chosen on the page.
const within = <T extends Chosen>(details: T, { hosts }: Offered): T => ({
  ...details,
  hostOrganisationId: hosts.some((host) => host.id === details.hostOrganisationId) ? details.hostOrganisationId : null,
})

const toEdit = async ({ context, params }: Request) => {
  const { session, group } = found(await sessionInSight(context, params['session'] ?? ''))
  if (group.id !== params['id']) throw new NotFound('A session of another group')
  requirePlans(context, group)
  const [choices, recipients, invitations] = await Promise.all([
    choicesOf(context, group, { id: session.venueId, name: session.venue }),
    recipientsOfGroup(context.db, group.id, context.today),
    invitationsOfGroup(context.db, group.id),
  ])
  const isTold = (personId: string) =>
    invitations.some((each) => each.sessionId === session.id && each.personId === personId && each.method === 'REQUEST')
  // The host and venue a session has stay choices, whoever holds a place today.
  const hosts =
    session.hostOrganisationId && session.host && !choices.hosts.some((host) => host.id === session.hostOrganisationId)
      ? [...choices.hosts, { id: session.hostOrganisationId, name: session.host }]
      : choices.hosts
  return {
    group,
    session,
    venues: choices.venues,
    notOurs: choices.notOurs,
    hosts,
    told: recipients
      .filter((recipient) => recipient.address && isTold(recipient.personId))
      .map((recipient) => recipient.name),
    cancelForm: emptyForm,
  }
}

const formOf = (session: Session): FormState =>
  formFrom({
    kind: session.kind,
    title: session.title ?? '',
    'date-day': String(session.onDate?.day ?? ''),
    'date-month': String(session.onDate?.month ?? ''),
    'date-year': String(session.onDate?.year ?? ''),
    starts: session.startsAt ? formatTime(session.startsAt) : '',
    ends: session.endsAt ? formatTime(session.endsAt) : '',
    mode: session.mode,
    venue: session.venueId ?? '',
    host: session.hostOrganisationId ?? '',
    online_link: session.onlineLink ?? '',
    notes: session.practicalNotes ?? '',
    sequence: String(session.sequence),
  })

export const showEditSession: Page = async (request) => {
  const around = await toEdit(request)
  return page(editSessionView(request.frame, { ...around, form: formOf(around.session) }))
}

export const saveSession: Page = async (request) => {
  const around = await toEdit(request)
  const form = parseForm(sessionForm, request.body)
  if (!form.ok) return invalid(editSessionView(request.frame, { ...around, form }))
  const { sequence, details } = form.value
  const move = () =>
    moveSession(request.context, {
      sessionId: around.session.id,
      ...(sequence === undefined ? {} : { sequence }),
      details: within(details, around),
    })
  const errors = goneFrom(details, around) ?? (await refusedOn('date', move))
  if (errors) return invalid(editSessionView(request.frame, { ...around, form: { typed: request.body, errors } }))
  return redirect(`/groups/${around.group.id}?said=saved`)
}

const versionOf = ({ body }: Request): { sequence?: number } => {
  const typed = typedText(body, 'sequence')
  return /^\d+$/.test(typed) ? { sequence: Number(typed) } : {}
}

export const confirmDate: Page = async (request) => {
  const { group, session } = await toEdit(request)
  await confirmSession(request.context, { sessionId: session.id, ...versionOf(request) })
  return redirect(`/groups/${group.id}?said=saved`)
}

export const takeUp: Page = async (request) => {
  const { group, session } = await toEdit(request)
  await takeUpSession(request.context, { sessionId: session.id, ...versionOf(request) })
  return redirect(`/groups/${group.id}/sessions/${session.id}/edit`)
}

export const cancel: Page = async (request) => {
  const around = await toEdit(request)
  const reason = typedText(request.body, 'reason')
  if (reason === '') {
    const cancelForm = {
      typed: request.body,
      errors: [{ field: 'reason', message: 'Say why the session is cancelled' }],
    }
    return invalid(editSessionView(request.frame, { ...around, form: formOf(around.session), cancelForm }))
  }
  await cancelSession(request.context, { sessionId: around.session.id, reason, ...versionOf(request) })
  return redirect(`/groups/${around.group.id}?said=cancelled`)
}
