import { Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState, formFrom } from '../../../ui/fields.ts'
import type { Html } from '../../../ui/html.ts'
import { type RoleName, roleLabels } from '../../../vocabulary/actor.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { findOrganisationView, organisationsFound } from '../../details/index.ts'
import { allHubs, type Hub, organisationById } from '../../organisations/index.ts'
import { isHubLead } from '../../people/index.ts'
import { type Inviting, invite } from '../actions/invite.ts'
import { groupsToLead } from '../hub-people-queries.ts'
import { hubOf } from './hub-people.page.ts'
import { colleagueForm, inviteForm } from './invite.form.ts'
import { choosePartView, inviteColleagueView, inviteView } from './invite.view.ts'

/** Sends it, or shows the form again with what stands against it. */
export const sent = async (
  request: PageRequest,
  inviting: Inviting,
  { draw, next }: { readonly draw: (form: FormState) => Html; readonly next: string },
): Promise<Answer> => {
  try {
    await invite(request.context, inviting)
    return redirect(`${next}?said=sent`)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(draw({ typed: request.body, errors: [{ field: 'address', message: problem.message }] }))
  }
}

const partsAt = ({ context }: PageRequest, hub: Hub): readonly RoleName[] => [
  ...(isHubLead(context.actor, hub.id) ? (['hub_lead', 'hub_administrator'] as const) : []),
  'group_lead',
  'school_lead',
]

const partOf = (typed: string, parts: readonly RoleName[]): RoleName | null =>
  parts.find((part) => part === typed) ?? null

const organisationOf = async ({ context }: PageRequest, id: string) =>
  found(isId(id) ? await organisationById(context.db, id) : null)

/** The form for a part at the hub itself or one of its groups. */
const formAtHub = async (
  { context, frame }: PageRequest,
  hub: Hub,
  part: RoleName,
): Promise<(form: FormState) => Html> => {
  const base = `/hub/${hub.slug}/people`
  const groups = part === 'group_lead' ? await groupsToLead(context.db, hub.id) : []
  const items = groups.map(({ id, name }) => ({ value: id, text: name }))
  return (form) =>
    inviteView(frame, {
      title: `Invite somebody: ${roleLabels[part].toLowerCase()}`,
      action: `${base}/invite`,
      backLink: `${base}/invite`,
      part,
      form,
      choices: part === 'group_lead' ? { name: 'group', label: 'Group', items } : null,
    })
}

export const showInviteAtHub: Page = async (request) => {
  const { frame, query } = request
  const hub = await hubOf(request)
  const base = `/hub/${hub.slug}/people`
  const parts = partsAt(request, hub)
  const part = partOf(query.get('part') ?? '', parts)
  if (part === null)
    return page(choosePartView(frame, { action: `${base}/invite`, backLink: base, parts, form: emptyForm }))
  if (part !== 'school_lead') return page((await formAtHub(request, hub, part))(emptyForm))
  const id = query.get('organisation')
  if (id !== null) {
    const organisation = await organisationOf(request, id)
    return page(
      inviteColleagueView(frame, {
        organisation,
        action: `${base}/invite`,
        backLink: base,
        form: formFrom({ lead: 'yes' }),
      }),
    )
  }
  const results = await organisationsFound(request, (each) => `${base}/invite?part=school_lead&organisation=${each}`)
  const search = { action: `${base}/invite`, keep: { part: 'school_lead' }, backLink: `${base}/invite` }
  return page(
    findOrganisationView(frame, {
      title: 'Which school or institution?',
      ...search,
      form: formFrom({ q: query.get('q') ?? '' }),
      results,
    }),
  )
}

export const inviteAtHub: Page = async (request) => {
  const hub = await hubOf(request)
  const asked = typedText(request.body, 'part')
  const part = partOf(asked, partsAt(request, hub))
  const next = `/hub/${hub.slug}/people`
  if (part === null && (asked === 'hub_lead' || asked === 'hub_administrator'))
    throw new Forbidden('Leads of the hub invite its staff')
  if (part === null) return redirect(`${next}/invite`)
  if (part === 'school_lead') return inviteToSchool(request, { base: next, hub })
  const draw = await formAtHub(request, hub, part)
  const form = parseForm(inviteForm, request.body)
  if (!form.ok) return invalid(draw(form))
  const groupId = typedText(request.body, 'group')
  if (part === 'group_lead' && !isId(groupId))
    return invalid(draw({ typed: request.body, errors: [{ field: 'group', message: 'Choose the group' }] }))
  const at = part === 'group_lead' ? { groupId } : { hubId: hub.id }
  return sent(request, { ...form.value, role: part, ...at, fromHubId: hub.id }, { draw, next })
}

/** Invites to a school: by its hub, or by those who lead it. */
export const inviteToSchool = async (
  request: PageRequest,
  { base, hub }: { readonly base: string; readonly hub: Hub | null },
): Promise<Answer> => {
  const organisation = await organisationOf(request, typedText(request.body, 'organisation'))
  const draw = (form: FormState): Html =>
    inviteColleagueView(request.frame, { organisation, action: `${base}/invite`, backLink: base, form })
  const form = parseForm(colleagueForm, request.body)
  if (!form.ok) return invalid(draw(form))
  const { lead, ...whom } = form.value
  const at = { organisationId: organisation.id, fromHubId: hub?.id ?? null }
  return sent(request, { ...whom, role: lead ? 'school_lead' : null, ...at }, { draw, next: base })
}

const networkParts = ['hub_lead', 'national_team', 'analyst'] as const

const formAtNetwork = async ({ context, frame }: PageRequest, part: RoleName): Promise<(form: FormState) => Html> => {
  const hubs = part === 'hub_lead' ? await allHubs(context.db) : []
  return (form) =>
    inviteView(frame, {
      title: `Invite somebody: ${roleLabels[part].toLowerCase()}`,
      action: '/network/people/invite',
      backLink: '/network/people/invite',
      part,
      form,
      choices:
        part === 'hub_lead'
          ? { name: 'hub', label: 'Hub', items: hubs.map(({ id, name }) => ({ value: id, text: name })) }
          : null,
    })
}

export const showInviteAtNetwork: Page = async (request) => {
  const part = partOf(request.query.get('part') ?? '', networkParts)
  const search = { action: '/network/people/invite', backLink: '/network/people', parts: networkParts, form: emptyForm }
  if (part === null) return page(choosePartView(request.frame, search))
  const hub = request.query.get('hub')
  return page((await formAtNetwork(request, part))(hub ? formFrom({ hub }) : emptyForm))
}

export const inviteAtNetwork: Page = async (request) => {
  const part = partOf(typedText(request.body, 'part'), networkParts)
  if (part === null) return redirect('/network/people/invite')
  const draw = await formAtNetwork(request, part)
  const form = parseForm(inviteForm, request.body)
  if (!form.ok) return invalid(draw(form))
  const hubId = typedText(request.body, 'hub')
  if (part === 'hub_lead' && !isId(hubId))
    return invalid(draw({ typed: request.body, errors: [{ field: 'hub', message: 'Choose the hub' }] }))
  const at = part === 'hub_lead' ? { hubId } : {}
  return sent(request, { ...form.value, role: part, ...at }, { draw, next: '/network/people' })
}

export const requireId = (typed: string): string => {
  if (!isId(typed)) throw new NotFound('No such record')
  return typed
}
