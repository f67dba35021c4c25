import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import {
  dateField,
  type FormState,
  hiddenField,
  radiosField,
  selectField,
  textArea,
  textField,
} from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { GroupSeen, VenueChoice } from '../../groups/index.ts'
import {
  numberedName,
  type Session,
  sessionKindLabels,
  sessionKinds,
  sessionModeLabels,
  sessionModes,
  whenInWords,
} from '../session.ts'

type Choices = {
  readonly venues: readonly VenueChoice[]
  /** What is said of the venue that stands there, where it is not the hub's. */
  readonly notOurs: string | null
  readonly hosts: readonly { id: string; name: string }[]
}

const sessionFields = (form: FormState, { venues, notOurs, hosts }: Choices): Html => html`
${selectField(form, { name: 'kind', label: 'What is it?', blank: false, items: sessionKinds.map((kind) => ({ value: kind, text: sessionKindLabels[kind] })) })}
${textField(form, { name: 'title', label: 'What is it about? (optional)' })}
${dateField(form, { name: 'date', label: 'Date', hint: 'For example 17 11 2021. Leave it empty while it is not known.' })}
${textField(form, { name: 'starts', label: 'Starts', hint: 'For example 9:30am', width: 10 })}
${textField(form, { name: 'ends', label: 'Ends', hint: 'For example 2:30pm', width: 10 })}
${radiosField(form, { name: 'mode', label: 'Where is it?', small: true, items: sessionModes.map((mode) => ({ value: mode, text: sessionModeLabels[mode] })) })}
${selectField(form, { name: 'venue', label: 'Venue', ...(notOurs ? { hint: notOurs } : {}), blank: 'None: at a host, or not known yet', items: venues.map((venue) => ({ value: venue.id, text: [venue.shortName, venue.address].filter(Boolean).join(', ') })) })}
${hosts.length > 0 && selectField(form, { name: 'host', label: 'Host school, where no venue is chosen', blank: 'None', items: hosts.map((host) => ({ value: host.id, text: host.name })) })}
${textField(form, { name: 'online_link', label: 'Link to join online', type: 'url' })}
${textArea(form, { name: 'notes', label: 'Practical notes', hint: 'Such as lunch, parking, what to bring: they go into the calendar', rows: 3 })}`

export const newSessionView = (
  frame: Frame,
  { group, form, ...choices }: Choices & { group: GroupSeen; form: FormState },
): Html =>
  layout(
    frame,
    { title: 'Add a session', backLink: `/groups/${group.id}`, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span><h1 class="govuk-heading-l">Add a session</h1>
<form method="post" action="/groups/${group.id}/sessions/new" novalidate>
${hiddenField('number', String(form.typed['number'] ?? ''))}
${sessionFields(form, choices)}
${radiosField(form, {
  name: 'certainty',
  label: 'How certain is the date?',
  small: true,
  items: [
    { value: 'provisional', text: 'Provisional', hint: 'Nobody is told it yet' },
    { value: 'confirmed', text: 'Confirmed', hint: 'It goes into the next mail that tells everyone the dates' },
  ],
})}
${button({ text: 'Add the session', preventDoubleClick: true })}
</form></div></div>`,
  )

export type EditSession = Choices & {
  readonly group: GroupSeen
  readonly session: Session
  readonly form: FormState
  /** Who has been told this date as it stands or before. */
  readonly told: readonly string[]
  readonly cancelForm: FormState
}

const consequence = (told: readonly string[], what: string, sent: string): string =>
  told.length === 0
    ? `Nobody has been told this date, so no mail is sent.`
    : `${told.length === 1 ? 'One person has' : `${told.length} people have`} been told this date. ${what}, and each of them is sent ${sent}: ${told.slice(0, 8).join(', ')}${told.length > 8 ? ` and ${told.length - 8} more` : ''}.`

const post = (group: GroupSeen, session: Session, verb: string, inside: Html): Html =>
  html`<form method="post" action="/groups/${group.id}/sessions/${session.id}/${verb}" novalidate>${hiddenField('sequence', String(session.sequence))}${inside}</form>`

const stateForms = ({ group, session, told, cancelForm }: EditSession): Html => html`
${
  session.status === 'provisional' &&
  html`<h2 class="govuk-heading-m">Confirm the date</h2><p class="govuk-body">The date goes into the next mail that tells everyone the dates. Nothing is sent now.</p>${post(group, session, 'confirm', button({ text: 'Confirm the date', classes: 'govuk-button--secondary', preventDoubleClick: true }))}`
}
<h2 class="govuk-heading-m">Cancel the session</h2>
<p class="govuk-body">${consequence(told, 'It leaves their calendars', 'one cancellation with your reason')} A cancelled session can be taken up again.</p>
${post(group, session, 'cancel', html`${textField(cancelForm, { name: 'reason', label: 'Why is it cancelled?' })}${button({ text: 'Cancel the session', classes: 'govuk-button--warning', preventDoubleClick: true })}`)}`

export const editSessionView = (frame: Frame, data: EditSession): Html => {
  const { group, session, form, told, cancelForm, venues, notOurs, hosts } = data
  const name = numberedName(session)
  const errors = [...form.errors, ...cancelForm.errors]
  return layout(
    frame,
    { title: `Change ${name}`, backLink: `/groups/${group.id}`, errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span><h1 class="govuk-heading-l">Change ${name}</h1>
<p class="govuk-body">Now: ${whenInWords(session)}${session.status === 'provisional' ? ' (provisional)' : ''}.</p>
${
  session.status === 'cancelled'
    ? html`<p class="govuk-body">This session is cancelled${session.statusReason && `: ${session.statusReason}`}.</p>${post(group, session, 'take-up', button({ text: 'Plan it again', preventDoubleClick: true }))}`
    : html`${insetText(consequence(told, 'A change updates the entry in their calendars', 'one mail with it'))}
<form method="post" action="/groups/${group.id}/sessions/${session.id}/edit" novalidate>
${hiddenField('sequence', String(form.typed['sequence'] ?? session.sequence))}
${sessionFields(form, { venues, notOurs, hosts })}
${button({ text: 'Save the session', preventDoubleClick: true })}
</form>
${stateForms(data)}`
}
</div></div>`,
  )
}
