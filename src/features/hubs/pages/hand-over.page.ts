import { parseForm } from '../../../platform/forms.ts'
import { type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { processorStated } from '../../controllers/index.ts'
import type { HubThroughTime } from '../../organisations/index.ts'
import { findOrCreatePerson } from '../../people/index.ts'
import { fingerprintOf, staffOfHub } from '../queries.ts'
import { change, drawn, drawnAgain, hubHere, organisationTyped, wrong } from './change.page.ts'
import { checkHandOverView, handOverView } from './hand-over.view.ts'
import { handOverForm } from './moving.form.ts'

const around = async ({ context, frame }: PageRequest, hub: HubThroughTime) => {
  const staff = await staffOfHub(context.db, hub.hub.id, context.today)
  return { staff, draw: (form: FormState) => handOverView(frame, { hub, staff, form }) }
}

export const askForHandOver: Page = async (request) => {
  const hub = await hubHere(request)
  return drawn((await around(request, hub)).draw, emptyForm)
}

/** First shows what the hand-over does; done only when it comes back as sure, and nothing has changed since. */
export const saveHandOver: Page = async (request) => {
  const { context, body, frame } = request
  const hub = await hubHere(request)
  const { staff, draw } = await around(request, hub)
  const form = parseForm(handOverForm, body)
  if (!form.ok) return drawnAgain(draw, form)
  const { from, ends, person, isSure, seen } = form.value
  const lead = await organisationTyped(context, form.value.lead)
  if ('problem' in lead) return drawnAgain(draw, wrong(body, 'lead_number', lead.problem))
  const leaving = staff.filter(({ roleId }) => form.value.staff[roleId] === 'ends')
  if (person === null && staff.filter(({ role }) => role === 'hub_lead').every((each) => leaving.includes(each)))
    return drawnAgain(draw, wrong(body, 'person_name', 'Let a hub lead keep their part, or name a new one'))
  if (!isSure) {
    const [fingerprint, processor] = [
      await fingerprintOf(context.db, [hub.hub.id]),
      await processorStated(context.db, hub.hub.id, from),
    ]
    const ending = hub.leads.filter(({ id }) => ends.includes(id)).map(({ name }) => name)
    return page(
      checkHandOverView(frame, {
        ...{ hub, form: { typed: body, errors: [] }, seen: fingerprint, lead, from, ending, processor, person },
        keeping: staff.filter((each) => !leaving.includes(each)),
        leaving,
      }),
    )
  }
  const newLeadPersonId = person ? (await findOrCreatePerson(context, person)).id : null
  const asked = { kind: 'hand_over', ends, lead, staff: form.value.staff, newLeadPersonId } as const
  return change(request, hub, { from, seen, change: asked }, draw)
}
