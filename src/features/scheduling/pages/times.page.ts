import { found, NotFound } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { personIdOf } from '../../people/index.ts'
import { stateOwnTimes, stateVenueTimes } from '../actions/state-times.ts'
import { timesOf } from '../around-queries.ts'
import { lastStatedOf, venueAt } from '../times-queries.ts'
import { timesForm } from './times.form.ts'
import { saidInWords, timesView } from './times.view.ts'

const saved = ({ frame, query }: PageRequest) => ({
  ...frame,
  notice: query.get('said') === 'saved' ? 'Saved. It holds for schedules that are proposed from now on.' : null,
})

const selfOf = ({ context }: PageRequest): string => {
  const personId = personIdOf(context.actor)
  if (personId === null) throw new NotFound('Nobody is signed in')
  return personId
}

const drawOwn = async (request: PageRequest, form: FormState) => {
  const { db } = request.context
  const self = selfOf(request)
  const [[times], stated] = await Promise.all([
    timesOf(db, { personIds: [self], venueIds: [] }),
    lastStatedOf(db, self),
  ])
  return timesView(saved(request), {
    title: 'When I can lead sessions',
    caption: 'My part',
    lead: 'The dates of groups that you lead are proposed within these times. The staff of the hubs that hold them see these times, and can state them for you when you have told them.',
    said: saidInWords(stated, self),
    action: '/my/times',
    backLink: '/my',
    can: times?.can ?? [],
    away: times?.away ?? [],
    form,
  })
}

export const showOwnTimes: Page = async (request) => page(await drawOwn(request, emptyForm))

export const saveOwnTimes: Page = async (request) => {
  const form = parseForm(timesForm, request.body)
  if (!form.ok) return invalid(await drawOwn(request, form))
  await stateOwnTimes(request.context, { personId: selfOf(request), times: form.value })
  return redirect('/my/times?said=saved')
}

const venueOf = async ({ context, params }: PageRequest) => {
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  const venueId = params['venue'] ?? ''
  return { hub, venue: found(isId(venueId) ? await venueAt(context.db, { hubId: hub.id, venueId }) : null) }
}

const drawVenue = async (request: PageRequest, form: FormState) => {
  const { hub, venue } = await venueOf(request)
  const [times] = await timesOf(request.context.db, { personIds: [], venueIds: [venue.id] })
  return timesView(saved(request), {
    title: `When ${venue.name} is free`,
    caption: hub.name,
    lead: 'The dates of groups that meet there are proposed within these times.',
    action: `/hub/${hub.slug}/venues/${venue.id}/times`,
    backLink: `/hub/${hub.slug}/venues/${venue.id}`,
    can: times?.can ?? [],
    away: times?.away ?? [],
    form,
  })
}

export const showVenueTimes: Page = async (request) => page(await drawVenue(request, emptyForm))

export const saveVenueTimes: Page = async (request) => {
  const { hub, venue } = await venueOf(request)
  const form = parseForm(timesForm, request.body)
  if (!form.ok) return invalid(await drawVenue(request, form))
  await stateVenueTimes(request.context, { venueId: venue.id, times: form.value })
  return redirect(`/hub/${hub.slug}/venues/${venue.id}/times?said=saved`)
}
