import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { checkboxesField, dateField, type FormState, selectField, textField } from '../../../ui/fields.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { HubThroughTime } from '../../organisations/index.ts'
import { type Fact, type FactKind, factLabels } from '../correction.ts'

export type HubForm = { readonly hub: HubThroughTime; readonly form: FormState }

export const networkHubs = { text: 'Hubs of the network', href: '/network/hubs' }
export const hubLink = ({ hub }: Pick<HubThroughTime, 'hub'>) => ({ text: hub.name, href: `/network/hubs/${hub.slug}` })

export const fromField = (form: FormState): Html =>
  dateField(form, {
    name: 'from',
    label: 'From which day?',
    hint: 'For example 1 9 2022. A day to come is kept, and the change is done by itself on that day.',
  })

/** The fields that say which organisation leads. */
export const leadFields = (form: FormState, label: string): Html =>
  html`${textField(form, { name: 'lead_name', label, hint: 'As it should stand on the hub’s page' })}
${textField(form, { name: 'lead_number', label: 'Its URN or UKPRN (optional)', hint: 'Links the hub to the organisation in the register', width: 10, inputmode: 'numeric' })}`

/** One question about a hub on a page of its own. */
export const asking = (
  frame: Frame,
  {
    hub,
    form,
    title,
    action,
    fields,
    submit,
  }: HubForm & { title: string; action: string; fields: Html; submit: string },
): Html =>
  layout(
    frame,
    { title, backLink: hubLink(hub).href, errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${hub.hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
<form method="post" action="${hubLink(hub).href}/${action}" novalidate>${fields}${button({ text: submit, preventDoubleClick: true })}</form></div></div>`,
  )

export const newHubView = (frame: Frame, form: FormState): Html =>
  layout(
    frame,
    { title: 'Open a hub', breadcrumbs: [networkHubs, { text: 'Open a hub' }], errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">Open a hub</h1>
<form method="post" action="/network/hubs/new" novalidate>
${textField(form, { name: 'name', label: 'Name of the hub' })}
${textField(form, { name: 'slug', label: 'Its address here (optional)', hint: 'Small letters, digits and hyphens; made of the name when left empty. It stays when the name changes.', prefix: '/hubs/', width: 20 })}
${textField(form, { name: 'region', label: 'Region (optional)', width: 20 })}
${textField(form, { name: 'email', label: 'Email address of the hub (optional)', type: 'email' })}
${leadFields(form, 'Lead organisation (optional)')}
${fromField(form)}
${button({ text: 'Open the hub', preventDoubleClick: true })}</form></div></div>`,
  )

export const nameView = (frame: Frame, { hub, form }: HubForm): Html =>
  asking(frame, {
    hub,
    form,
    title: 'Give the hub another name',
    action: 'name',
    fields: html`${insetText({ text: `Its address here, /hubs/${hub.hub.slug}, stays. The name before it can be read for the time it held.` })}${textField(form, { name: 'name', label: 'New name' })}${fromField(form)}`,
    submit: 'Save the name',
  })

const open = <Each extends { readonly to: Temporal.PlainDate | null }>(facts: readonly Each[]) =>
  facts.filter(({ to }) => to === null)

const endsField = (form: FormState, label: string, facts: readonly { id: string; text: Content }[]): Html =>
  facts.length === 0
    ? html``
    : checkboxesField(form, {
        name: 'ends',
        label,
        small: true,
        items: facts.map(({ id, text }) => ({ value: id, text })),
      })

export const leadView = (frame: Frame, { hub, form }: HubForm): Html =>
  asking(frame, {
    hub,
    form,
    title: 'Change who leads the hub',
    action: 'lead',
    fields: html`${insetText({ text: html`This changes the lead organisations alone. To change the processor of personal data and the staff with them, <a class="govuk-link" href="${hubLink(hub).href}/hand-over">hand the hub over</a>.` })}
${endsField(
  form,
  'Which lead organisation ends?',
  open(hub.leads).map(({ id, name }) => ({ id, text: name })),
)}${leadFields(form, 'Which organisation begins? (optional)')}${fromField(form)}`,
    submit: 'Save the lead organisations',
  })

export const areaView = (
  frame: Frame,
  { hub, authorities, form }: HubForm & { authorities: readonly { code: string; name: string }[] },
): Html =>
  asking(frame, {
    hub,
    form,
    title: 'Change the area of the hub',
    action: 'area',
    fields: html`${endsField(
      form,
      'What does it no longer serve?',
      open(hub.areas).map(({ id, describedAs }) => ({ id, text: describedAs })),
    )}
${selectField(form, { name: 'authority', label: 'What does it serve from then on? (optional)', blank: 'No other authority', items: authorities.map(({ code, name }) => ({ value: code, text: name })) })}
${textField(form, { name: 'district', label: 'Only a part of it (optional)', hint: 'The district or part, for example Epping Forest' })}
${fromField(form)}`,
    submit: 'Save the area',
  })

const held = ({ from, to }: Fact): string =>
  `${from ? `from ${formatDate(from)}` : 'since a day that is not known'}${to ? ` to ${formatDate(to)}` : ''}`

export const correctionView = (
  frame: Frame,
  { hub, kind, fact, form }: HubForm & { kind: FactKind; fact: Fact },
): Html =>
  asking(frame, {
    hub,
    form,
    title: `Correct: ${factLabels[kind].toLowerCase()}`,
    action: `correct/${kind}/${fact.id}`,
    fields: html`${insetText({ text: `“${fact.text}” is recorded ${held(fact)}. Correct it only where it was never true: where something has changed, enter the change. What stood here stays in the history.` })}
${textField(form, { name: 'text', label: factLabels[kind] })}
${dateField(form, { name: 'from', label: 'It holds from', hint: 'Leave it empty where nobody knows' })}
${textField(form, { name: 'reason', label: 'Why is it corrected?' })}`,
    submit: 'Save the correction',
  })
