import { found, Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { type Page, type PageRequest, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState, formFrom } from '../../../ui/fields.ts'
import { correctFact } from '../actions/correct-fact.ts'
import { openHub } from '../actions/open-hub.ts'
import { factKinds, factsOf } from '../correction.ts'
import { allAuthorities } from '../queries.ts'
import { change, drawn, drawnAgain, hubHere, organisationTyped, wrong } from './change.page.ts'
import { areaForm, correctionForm, leadForm, nameForm, newHubForm } from './changes.form.ts'
import { areaView, correctionView, leadView, nameView, newHubView } from './facts.view.ts'

export const askForHub: Page = ({ frame }) => drawn((form) => newHubView(frame, form), emptyForm)

export const saveNewHub: Page = async ({ context, body, frame }) => {
  const draw = (form: FormState) => newHubView(frame, form)
  const form = parseForm(newHubForm, body)
  if (!form.ok) return drawnAgain(draw, form)
  const lead = form.value.lead && (await organisationTyped(context, form.value.lead))
  if (lead && 'problem' in lead) return drawnAgain(draw, wrong(body, 'lead_number', lead.problem))
  try {
    await openHub(context, { ...form.value, lead, areas: [] })
  } catch (problem) {
    if (problem instanceof Refused) return drawnAgain(draw, wrong(body, 'slug', problem.message))
    throw problem
  }
  return redirect(`/network/hubs/${form.value.slug}/area`)
}

export const askForName: Page = async (request) => {
  const hub = await hubHere(request)
  return drawn((form) => nameView(request.frame, { hub, form }), formFrom({ name: hub.hub.name }))
}

export const saveName: Page = async (request) => {
  const hub = await hubHere(request)
  const draw = (form: FormState) => nameView(request.frame, { hub, form })
  const form = parseForm(nameForm, request.body)
  if (!form.ok) return drawnAgain(draw, form)
  const { name, from } = form.value
  return change(request, hub, { from, change: { kind: 'name', name } }, draw)
}

export const askForLead: Page = async (request) => {
  const hub = await hubHere(request)
  return drawn((form) => leadView(request.frame, { hub, form }), emptyForm)
}

export const saveLead: Page = async (request) => {
  const hub = await hubHere(request)
  const draw = (form: FormState) => leadView(request.frame, { hub, form })
  const form = parseForm(leadForm, request.body)
  if (!form.ok) return drawnAgain(draw, form)
  const { ends, from } = form.value
  const lead = form.value.lead && (await organisationTyped(request.context, form.value.lead))
  if (lead && 'problem' in lead) return drawnAgain(draw, wrong(request.body, 'lead_number', lead.problem))
  return change(request, hub, { from, change: { kind: 'lead', ends, begins: lead ? [lead] : [] } }, draw)
}

const areaDrawing = async (request: PageRequest) => {
  const [hub, authorities] = [await hubHere(request), await allAuthorities(request.context.db)]
  return { hub, authorities, draw: (form: FormState) => areaView(request.frame, { hub, authorities, form }) }
}

export const askForArea: Page = async (request) => drawn((await areaDrawing(request)).draw, emptyForm)

export const saveArea: Page = async (request) => {
  const { hub, authorities, draw } = await areaDrawing(request)
  const form = parseForm(areaForm, request.body)
  if (!form.ok) return drawnAgain(draw, form)
  const { ends, from, district } = form.value
  const authority = authorities.find(({ code }) => code === form.value.authority)
  const isGiven = authority !== undefined || district !== ''
  const begins = isGiven
    ? [
        {
          authorityCode: authority?.code ?? null,
          describedAs: [district, authority && district ? `(${authority.name})` : authority?.name]
            .filter(Boolean)
            .join(' '),
          part: district !== '',
        },
      ]
    : []
  return change(request, hub, { from, change: { kind: 'area', ends, begins } }, draw)
}

const factHere = async (request: PageRequest) => {
  const hub = await hubHere(request)
  const kind = found(factKinds.find((each) => each === request.params['kind']))
  const fact = found(factsOf(hub, kind).find(({ id }) => id === request.params['fact']))
  return { hub, kind, fact, draw: (form: FormState) => correctionView(request.frame, { hub, kind, fact, form }) }
}

export const askForCorrection: Page = async (request) => {
  const { fact, draw } = await factHere(request)
  const { from, text } = fact
  return drawn(
    draw,
    formFrom({
      text,
      ...(from ? { 'from-day': `${from.day}`, 'from-month': `${from.month}`, 'from-year': `${from.year}` } : {}),
    }),
  )
}

export const saveCorrection: Page = async (request) => {
  const { hub, kind, fact, draw } = await factHere(request)
  const form = parseForm(correctionForm, request.body)
  if (!form.ok) return drawnAgain(draw, form)
  try {
    await correctFact(request.context, { hubId: hub.hub.id, slug: hub.hub.slug, kind, id: fact.id, ...form.value })
  } catch (problem) {
    if (problem instanceof Refused) return drawnAgain(draw, wrong(request.body, 'from', problem.message))
    throw problem
  }
  return redirect(`/network/hubs/${hub.hub.slug}?said=corrected`)
}
