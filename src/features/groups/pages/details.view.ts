import { button } from '../../../ui/components/button.ts'
import { type FormState, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type GroupSeen, type Joining, roomInWords, unitsInWords } from '../group.ts'

export type VenueChoice = { readonly id: string; readonly shortName: string; readonly address: string }

/** Name, room, minimum, venue and link: what the forms of a group share. */
export const detailFieldsView = (
  form: FormState,
  { joining, venues }: { joining: Joining; venues: readonly VenueChoice[] },
): Html => {
  const { many } = unitsInWords(joining)
  return html`${textField(form, { name: 'name', label: 'Name of the group', hint: 'People choose by it: say where or for whom it is, such as “West London” or “Early years, Tuesdays”' })}
${textField(form, { name: 'organisations_room', label: `How many ${many} can join?`, inputmode: 'numeric', width: 3 })}
${textField(form, { name: 'people_room', label: 'How many people is there room for?', hint: 'In all: usually two of each school', inputmode: 'numeric', width: 3 })}
${textField(form, { name: 'organisations_minimum', label: `How many ${many} are needed to go ahead?`, hint: 'The group is confirmed once so many have joined. Enter 0 for none.', inputmode: 'numeric', width: 3 })}
${selectField(form, { name: 'venue', label: 'Usual venue', hint: 'Single sessions can be elsewhere', blank: 'Not known yet', items: venues.map((venue) => ({ value: venue.id, text: `${venue.shortName}, ${venue.address}` })) })}
${textField(form, { name: 'online_link', label: 'Link for online sessions (optional)', type: 'url' })}`
}

export const editGroupView = (
  frame: Frame,
  { group, form, venues }: { group: GroupSeen; form: FormState; venues: readonly VenueChoice[] },
): Html =>
  layout(
    frame,
    { title: 'Change the group’s details', backLink: `/groups/${group.id}`, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span><h1 class="govuk-heading-l">Change the group’s details</h1>
<p class="govuk-body">Now ${roomInWords(group, group)} are taken: the room cannot be less. Room that you add is offered at once to whoever is next on the waiting list and fits. Dates keep the venues they have.</p>
<form method="post" action="/groups/${group.id}/edit" novalidate>
${detailFieldsView(form, { joining: group, venues })}
${button({ text: 'Save the details', preventDoubleClick: true })}
</form></div></div>`,
  )
