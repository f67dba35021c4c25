import type { Context } from '../../../platform/context.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import {
  offersToGroup,
  offerToGroup,
  possibleLeads,
  suggestedRoom,
  themesOfProject,
  venuesToChoose,
} from '../../groups/index.ts'
import { allHubs, hubBySlug } from '../../organisations/index.ts'
import { formGroup } from '../actions/form-group.ts'
import { plannedDatesToCopy } from '../queries.ts'
import { whenInWords } from '../session.ts'
import { newGroupForm } from './new-group.form.ts'
import { chooseOfferView, type NewGroup, newGroupView } from './new-group.view.ts'

const hubOf = async ({ db }: Context, slug: string | undefined) => found(await hubBySlug(db, slug ?? ''))

const around = async (context: Context, hub: { id: string; name: string; slug: string }, offerId: string) => {
  const offer = isId(offerId) ? await offerToGroup(context.db, offerId) : null
  if (offer?.hubId !== hub.id) throw new NotFound('Not an offer of this hub')
  const [venues, leads, themes, hubs, dates] = await Promise.all([
    venuesToChoose(context.db, hub.id),
    possibleLeads(context.db, hub.id, context.today),
    offer.themeId ? [] : themesOfProject(context.db, offer.projectId),
    allHubs(context.db),
    plannedDatesToCopy(context.db, offerId),
  ])
  const others = hubs.filter((each) => each.id !== hub.id)
  return {
    hub,
    offer: { ...offer, id: offerId },
    venues,
    leads,
    themes: themes.filter(({ id }) => offer.themeIds.includes(id)),
    hubs: others.filter((each) => offer.partnerHubIds.includes(each.id)),
    otherHubs: others.filter((each) => !offer.partnerHubIds.includes(each.id)),
    dates: dates.map((date) => `${whenInWords(date)}${date.certainty === 'provisional' ? ' (provisional)' : ''}`),
  } satisfies Omit<NewGroup, 'form'>
}

export const showNewGroup: Page = async ({ context, params, query, frame }) => {
  const hub = await hubOf(context, params['hub'])
  const offerId = query.get('offer')
  if (!offerId) return page(chooseOfferView(frame, { hub, offers: await offersToGroup(context.db, hub.id) }))
  const rest = await around(context, hub, offerId)
  const room = suggestedRoom(rest.offer)
  const form = formFrom({
    organisations_room: String(room.organisations),
    people_room: String(room.people),
    organisations_minimum: String(room.minimum),
    venue: rest.offer.venueId ?? '',
    partners: rest.hubs.map((each) => each.id),
  })
  return page(newGroupView(frame, { ...rest, form }))
}

export const makeGroup: Page = async ({ context, params, body, frame }) => {
  const hub = await hubOf(context, params['hub'])
  const rest = await around(context, hub, typedText(body, 'offer'))
  const again = (form: FormState) => invalid(newGroupView(frame, { ...rest, form }))
  const form = parseForm(newGroupForm, body)
  if (!form.ok) return again(form)
  const typed = form.value
  const sharing = new Set([...typed.partners, ...typed.other_partners])
  try {
    const id = await formGroup(context, {
      offerId: rest.offer.id,
      name: typed.name,
      organisationsRoom: typed.organisations_room,
      peopleRoom: typed.people_room,
      organisationsMinimum: typed.organisations_minimum,
      venueId: rest.venues.find((venue) => venue.id === typed.venue)?.id ?? null,
      onlineLink: typed.online_link,
      themeId: rest.themes.find((theme) => theme.id === typed.theme)?.id ?? null,
      leadPersonIds: rest.leads.flatMap((lead) => (typed.leads.includes(lead.id) ? [lead.id] : [])),
      partnerHubIds: [...rest.hubs, ...rest.otherHubs].flatMap(({ id }) => (sharing.has(id) ? [id] : [])),
      ...(typed.lead_email ? { newLead: { name: typed.lead_name, email: typed.lead_email } } : {}),
    })
    return redirect(`/groups/${id}?said=made`)
  } catch (problem) {
    if (problem instanceof Refused)
      return again({
        typed: body,
        errors: [{ field: rest.leads.length > 0 ? 'leads' : 'lead_name', message: problem.message }],
      })
    throw problem
  }
}
