import { checkboxesField, type FormState, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { HubSeen } from './placements.view.ts'

export type VenueSeen = { readonly id: string; readonly shortName: string; readonly at: unknown }

/** Groups that the placement may open: how many, of what size, and where they could meet. */
export const openingFields = (hub: HubSeen, venues: readonly VenueSeen[], form: FormState): Html => {
  if (venues.length === 0)
    return html`<p class="govuk-body">A placement can open groups at your venues. <a class="govuk-link" href="/hub/${hub.slug}/venues">Add a venue</a> first.</p>`
  const number = (name: string, label: string, hint?: string) =>
    textField(form, { name, label, width: 3, inputmode: 'numeric', ...(hint ? { hint } : {}) })
  return html`<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--m"><h2 class="govuk-fieldset__heading">New groups</h2></legend>
<p class="govuk-body">The placement decides how many it needs, and where. They are made when you accept it; you name them, their leads and their dates afterwards.</p>
${number('open_most', 'New groups at most (optional)', 'Leave it empty to open none')}
${number('open_from', 'Fewest in a new group')}
${number('open_to', 'Most in a new group')}
${number('open_people', 'People of each at most, on average')}
${checkboxesField(form, {
  name: 'open_at',
  label: 'Where new groups could meet',
  items: venues.map(({ id, shortName, at }) => ({
    value: id,
    text: shortName,
    ...(at === null ? { hint: 'Where it lies is not known: travel to it is not counted' } : {}),
  })),
  small: true,
})}</fieldset>`
}
