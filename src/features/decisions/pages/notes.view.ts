import { button } from '../../../ui/components/button.ts'
import { emptyForm, hiddenField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import type { Decision } from './deciding.view.ts'

/** What the hub has noted beside a request, and a box for more. */
export const notesView = ({ interest, notes, form, act }: Decision): Html => {
  const action = `/hub/${interest.hub.slug}/interest/${interest.id}/notes`
  return html`<h2 class="govuk-heading-m" id="notes">Notes</h2>
<p class="govuk-hint">For the staff of ${interest.hub.name} alone. Neither the school nor another hub sees them. Whoever a note is about can ask to see it.</p>
${notes.map(
  (note) => html`<div><p class="govuk-body govuk-!-margin-bottom-1">${note.body
    .split('\n')
    .map((line, at) => html`${at > 0 && html`<br>`}${line}`)}</p>
<p class="govuk-hint govuk-!-margin-bottom-1">${note.by?.name ?? 'Somebody'}, ${formatInstant(note.writtenAt)}</p>${
    note.isRemovable &&
    html`<form method="post" action="${action}" novalidate>${hiddenField('remove', note.id)}${button({ text: html`Remove<span class="govuk-visually-hidden"> the note of ${formatInstant(note.writtenAt)}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-4', preventDoubleClick: true })}</form>`
  }</div>`,
)}
<form method="post" action="${action}" novalidate>${textArea(act === 'note' ? form : emptyForm, { name: 'note', label: 'Add a note', rows: 3 })}${button({ text: 'Save the note', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}
