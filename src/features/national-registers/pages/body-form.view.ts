import { button } from '../../../ui/components/button.ts'
import { checkboxesField, type FormState, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type BodyInFull, bodyKindLabels, isStatedHere } from '../body.ts'
import { ittKindLabels, ittKinds, ittPhaseLabels, ittPhases } from '../provider-row.ts'

const kinds = ['trust', 'authority', 'other', 'itt_provider'] as const

const ownFields = (form: FormState): Html => html`${textField(form, { name: 'name', label: 'Name' })}
${textField(form, { name: 'ukprn', label: 'UKPRN, if it has one', inputmode: 'numeric', width: 10 })}
${textField(form, { name: 'street', label: 'Street' })}${textField(form, { name: 'town', label: 'Town', width: 20 })}
${textField(form, { name: 'postcode', label: 'Postcode', width: 10 })}${textField(form, { name: 'website', label: 'Website' })}
${radiosField(form, {
  name: 'status',
  label: 'Is it open?',
  small: true,
  items: [
    { value: 'open', text: 'Open' },
    { value: 'closed', text: 'Closed' },
  ],
})}`

const ittFields = (form: FormState): Html => html`<h2 class="govuk-heading-m">Its part in training teachers</h2>
${radiosField(form, { name: 'itt_kind', label: 'Kind of provider, if it is one', small: true, items: ittKinds.map((kind) => ({ value: kind, text: ittKindLabels[kind] })) })}
${checkboxesField(form, { name: 'itt_phases', label: 'Phases it offers', small: true, items: ittPhases.map((phase) => ({ value: phase, text: ittPhaseLabels[phase] })) })}
${checkboxesField(form, { name: 'accredited', label: 'Accreditation', hint: 'A change holds from today; what held before is kept', small: true, items: [{ value: 'yes', text: 'It is accredited' }] })}`

/** The form of an organisation, new or known. */
export const bodyFormView = (frame: Frame, { form, shown }: { form: FormState; shown: BodyInFull | null }): Html => {
  const title = shown ? `Change ${shown.body.name}` : 'Add an organisation'
  const action = shown ? `/network/organisations/${shown.body.id}/edit` : '/network/organisations/new'
  const back = shown ? `/network/organisations/${shown.body.id}` : '/network/organisations'
  return layout(
    frame,
    { title, backLink: back, errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>
${shown && !isStatedHere(shown.body) && html`<p class="govuk-body">Its name, address and everything else come from the schools register.</p>`}
<form method="post" action="${action}" novalidate>
${!shown && radiosField(form, { name: 'kind', label: 'What is it?', small: true, items: kinds.map((kind) => ({ value: kind, text: bodyKindLabels[kind] })) })}
${(!shown || isStatedHere(shown.body)) && ownFields(form)}${ittFields(form)}
${button({ text: 'Save', preventDoubleClick: true })}</form></div></div>`,
  )
}
