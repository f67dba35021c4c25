import { parseForm, typedList } from '../../../platform/forms.ts'
import type { Page, PageRequest } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { academicYearOf } from '../../../vocabulary/academic-year.ts'
import { groupsToMove, offersToMove } from '../preview-queries.ts'
import { fingerprintOf, staffOfHub } from '../queries.ts'
import { change, drawn, drawnAgain, hubHere, organisationTyped, wrong } from './change.page.ts'
import { splitForm } from './moving.form.ts'
import { splitView } from './split.view.ts'

/** The hub with what can go: its areas, its offers and groups of the year and later, its staff. */
const around = async (request: PageRequest) => {
  const { context, frame } = request
  const hub = await hubHere(request)
  const year = academicYearOf(context.today)
  const [offers, groups, staff, fingerprint] = await Promise.all([
    offersToMove(context.db, hub.hub.id, year),
    groupsToMove(context.db, hub.hub.id, year, 'passing'),
    staffOfHub(context.db, hub.hub.id, context.today),
    fingerprintOf(context.db, [hub.hub.id]),
  ])
  const own = groups.filter(({ offerId }) => !offers.some(({ id }) => id === offerId))
  const draw = (form: FormState) => {
    const [seen = fingerprint] = typedList(form.typed, 'seen')
    return splitView(frame, { hub, offers, groups: own, staff, seen, form })
  }
  return { hub, draw }
}

export const askForSplit: Page = async (request) => drawn((await around(request)).draw, emptyForm)

export const saveSplit: Page = async (request) => {
  const { context, body } = request
  const { hub, draw } = await around(request)
  const form = parseForm(splitForm, body)
  if (!form.ok) return drawnAgain(draw, form)
  const { from, seen, lead, ...rest } = form.value
  const leading = lead && (await organisationTyped(context, lead))
  if (leading && 'problem' in leading) return drawnAgain(draw, wrong(body, 'lead_number', leading.problem))
  return change(request, hub, { from, seen, change: { kind: 'split', region: null, lead: leading, ...rest } }, draw)
}
