import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { checkboxesField, type FormState, hiddenField, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type RoleName, roleLabels } from '../../../vocabulary/actor.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { NewLead } from '../hub-change.ts'
import { asking, fromField, type HubForm, hubLink, leadFields } from './facts.view.ts'

export type StaffShown = { readonly roleId: string; readonly name: string; readonly role: RoleName }

/** One question for each part somebody holds at the hub: nothing is decided for a person unsaid. */
export const staffFields = (
  form: FormState,
  staff: readonly StaffShown[],
  items: readonly { readonly value: string; readonly text: string }[],
): Html =>
  html`${staff.map(({ roleId, name, role }) => radiosField(form, { name: `staff_${roleId}`, label: `${name}, ${roleLabels[role].toLowerCase()}`, small: true, value: items[0]?.value ?? null, items }))}`

export const handOverView = (frame: Frame, { hub, form, staff }: HubForm & { staff: readonly StaffShown[] }): Html =>
  asking(frame, {
    hub,
    form,
    title: 'Hand the hub over',
    action: 'hand-over',
    fields: html`${insetText({ text: 'Its offers, groups, places, charges and history stay as they are. You see what changes before it is done.' })}
${leadFields(form, 'Who leads the hub next?')}
${checkboxesField(form, {
  name: 'ends',
  label: 'Which lead organisation ends?',
  small: true,
  values: hub.leads.filter(({ to }) => to === null).map(({ id }) => id),
  items: hub.leads.filter(({ to }) => to === null).map(({ id, name }) => ({ value: id, text: name })),
})}
${fromField(form)}
<h2 class="govuk-heading-m">Who works at the hub from then on?</h2>
${staffFields(form, staff, [
  { value: 'keeps', text: 'Keeps the part' },
  { value: 'ends', text: 'The part ends' },
])}
<h3 class="govuk-heading-s">A new hub lead (optional)</h3>
${textField(form, { name: 'person_name', label: 'Name', width: 20 })}
${textField(form, { name: 'person_email', label: 'Email address', type: 'email' })}`,
    submit: 'See what changes',
  })

/** What was typed, to be sent again as it was. */
export const keptFields = (typed: Typed): Html =>
  html`${Object.entries(typed)
    .filter(([name]) => name !== 'seen' && name !== 'sure')
    .flatMap(([name, value]) => (typeof value === 'string' ? [value] : value).map((each) => hiddenField(name, each)))}`

export type HandOverChecked = HubForm & {
  readonly seen: string
  readonly lead: NewLead
  readonly from: Temporal.PlainDate
  readonly ending: readonly string[]
  readonly processor: string | null
  readonly person: { readonly name: string; readonly email: string } | null
  readonly keeping: readonly StaffShown[]
  readonly leaving: readonly StaffShown[]
}

const people = (those: readonly StaffShown[]): Html | string =>
  those.length === 0
    ? 'Nobody'
    : html`${those.map(({ name, role }) => html`${name}, ${roleLabels[role].toLowerCase()}<br>`)}`

/** What a hand-over does and to whom, before it is done. */
export const checkHandOverView = (frame: Frame, checked: HandOverChecked): Html => {
  const { hub, form, seen, lead, from, ending, processor, person, keeping, leaving } = checked
  return layout(
    frame,
    { title: 'Check the hand-over', backLink: `${hubLink(hub).href}/hand-over` },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${hub.hub.name}</span><h1 class="govuk-heading-l">Check the hand-over</h1>
${summaryList({
  rows: [
    { key: 'From', value: formatDate(from) },
    { key: 'Leads the hub', value: lead.name },
    { key: 'No longer leads it', value: ending.length > 0 ? ending.join(', ') : 'Nobody: it leads beside the others' },
    {
      key: 'Processes personal data',
      value: processor ? `${lead.name} instead of ${processor}` : `${lead.name}, in the hub’s privacy notice`,
    },
    { key: 'Keeps their part', value: people(keeping) },
    { key: 'Loses their part', value: people(leaving) },
    ...(person ? [{ key: 'Begins as hub lead', value: `${person.name}, ${person.email}` }] : []),
    { key: 'Stays as it is', value: 'Every offer, group, place, charge, figure and all history' },
    { key: 'Who is told', value: 'Everyone named here gets one mail' },
  ],
})}
<form method="post" action="${hubLink(hub).href}/hand-over" novalidate>${keptFields(form.typed)}${hiddenField('seen', seen)}${hiddenField('sure', 'yes')}
${button({ text: 'Hand the hub over', preventDoubleClick: true })}</form></div></div>`,
  )
}
