import { found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState, formFrom } from '../../../ui/fields.ts'
import { academicYearOf } from '../../../vocabulary/academic-year.ts'
import { type HubThroughTime, hubThroughTime } from '../../organisations/index.ts'
import { areasToTakeOver } from '../areas.ts'
import { groupsToMove, offersToMove, openHubs, otherWorkOf, referringTo } from '../preview-queries.ts'
import { fingerprintOf, staffOfHub } from '../queries.ts'
import { change, drawnAgain, hubHere } from './change.page.ts'
import { chooseMergeView, mergeView } from './merge.view.ts'
import { dayForm, mergeForm } from './moving.form.ts'

const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id)

/** Everything that the merge does, to whom, before it is done. */
const preview = async (request: PageRequest, hub: HubThroughTime, into: HubThroughTime, from: Temporal.PlainDate) => {
  const { context, frame } = request
  const { db, today } = context
  const year = academicYearOf(from)
  const [offers, groups, unfinished, other, staff, seen] = await Promise.all([
    offersToMove(db, hub.hub.id, year),
    groupsToMove(db, hub.hub.id, year, 'passing'),
    groupsToMove(db, hub.hub.id, year, 'unfinished'),
    otherWorkOf(db, hub.hub.id, year),
    staffOfHub(db, hub.hub.id, today),
    fingerprintOf(db, [hub.hub.id, into.hub.id]),
  ])
  const referring = await referringTo(db, hub.hub.id, { year, offers: ids(offers), groups: ids(groups) })
  const areas = areasToTakeOver(hub, into).map(({ describedAs }) => describedAs)
  return (form: FormState) =>
    mergeView(frame, {
      ...{ hub, into, from, year, offers, groups, unfinished, other, staff, seen, referring, areas, form },
    })
}

/** Asks for the other hub and the day; with both, shows what would happen. */
export const askForMerge: Page = async (request) => {
  const { context, frame, query } = request
  const hub = await hubHere(request)
  const hubs = (await openHubs(context.db)).filter(({ id }) => id !== hub.hub.id)
  const typed = Object.fromEntries(query)
  if (!query.has('into')) return page(chooseMergeView(frame, { hub, hubs, form: emptyForm }))
  const form = parseForm(dayForm, typed)
  const into = hubs.some(({ slug }) => slug === typed['into'])
    ? await hubThroughTime(context.db, typed['into'] ?? '')
    : null
  if (form.ok && into) return page((await preview(request, hub, into, form.value.from))(formFrom(typed)))
  const errors = [
    ...(into ? [] : [{ field: 'into', message: 'Choose the hub it merges into' }]),
    ...(form.ok ? [] : form.errors),
  ]
  return page(chooseMergeView(frame, { hub, hubs, form: { typed, errors } }))
}

export const saveMerge: Page = async (request) => {
  const { context, body, frame } = request
  const hub = await hubHere(request)
  const hubs = (await openHubs(context.db)).filter(({ id }) => id !== hub.hub.id)
  const form = parseForm(mergeForm, body)
  const into = hubs.find(({ slug }) => slug === body['into'])
  const choose = (state: FormState) => chooseMergeView(frame, { hub, hubs, form: state })
  if (!form.ok || !into) {
    const errors = form.ok ? [{ field: 'into', message: 'Choose the hub it merges into' }] : form.errors
    return drawnAgain(choose, { typed: body, errors })
  }
  const { from, staff, seen } = form.value
  const other = found(await hubThroughTime(context.db, into.slug))
  const asked = { from, seen, change: { kind: 'merge', intoHubId: into.id, staff } } as const
  return change(request, hub, asked, await preview(request, hub, other, from))
}
