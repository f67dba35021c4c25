import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type FormState, hiddenField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { minutesToTakeBack } from '../material.ts'
import { messageBody } from './material.view.ts'

type Around = { readonly group: { readonly id: string; readonly name: string }; readonly readers: readonly string[] }

const toWhom = ({ readers }: Around): string =>
  readers.length === 0
    ? 'Nobody in the group can be written to yet.'
    : `To ${readers.length === 1 ? 'one person' : `${readers.length} people`}, one mail each: ${readers.join(', ')}.`

/** Writing to everybody in a group. */
export const newMessageView = (frame: Frame, data: Around & { readonly form: FormState }): Html => {
  const { group, form } = data
  return layout(
    frame,
    {
      title: 'Write to everybody',
      backLink: { href: `/groups/${group.id}/page`, text: 'The page of the group' },
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span><h1 class="govuk-heading-l">Write to everybody</h1>
<p class="govuk-body">${toWhom(data)}</p>
<form method="post" action="/groups/${group.id}/page/messages/preview" novalidate>
${hiddenField('id', String(form.typed['id'] ?? newId()))}
${textField(form, { name: 'subject', label: 'What is it about?' })}
${textArea(form, { name: 'body', label: 'Your message', hint: 'Leave a line empty between paragraphs. Everybody in the group reads it.', rows: 10 })}
${button({ text: 'See it before it is sent', preventDoubleClick: true })}
</form></div></div>`,
  )
}

/** A message to a group before it is sent. */
export const previewView = (
  frame: Frame,
  data: Around & { readonly message: { readonly id: string; readonly subject: string; readonly body: string } },
): Html => {
  const { group, message } = data
  const fields = html`${hiddenField('id', message.id)}${hiddenField('subject', message.subject)}${hiddenField('body', message.body)}`
  return layout(
    frame,
    {
      title: 'Send this message?',
      backLink: { href: `/groups/${group.id}/page`, text: 'The page of the group' },
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span><h1 class="govuk-heading-l">Send this message?</h1>
<p class="govuk-body">${toWhom(data)}</p>
${insetText(html`<h2 class="govuk-heading-m">${message.subject}</h2>${messageBody(message.body)}`)}
<p class="govuk-body">The mail waits ${minutesToTakeBack} minutes: until then you can take it back. Then it stands on the group’s page.</p>
<form method="post" action="/groups/${group.id}/page/messages" novalidate>${fields}${button({ text: 'Send it', preventDoubleClick: true })}</form>
<form method="post" action="/groups/${group.id}/page/messages/preview" novalidate>${fields}${button({ text: 'Change it', name: 'change', value: 'yes', classes: 'govuk-button--secondary' })}</form>
</div></div>`,
  )
}
