import { button } from '../../../ui/components/button.ts'
import { type FormState, radiosField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { markInWords, recordingInWords } from './recording.view.ts'
import type { Expected, RegisterSeen } from './register.view.ts'

/** Two marks that differ, side by side, for somebody who knows to say which holds. */
export const settleView = (
  frame: Frame,
  { register, one, form }: { register: RegisterSeen; one: Expected; form: FormState },
): Html => {
  const address = `/groups/${register.group.id}/sessions/${register.session.id}/register`
  return layout(
    frame,
    { title: `Settle the marks of ${one.name}`, backLink: address, errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${register.group.name}, session ${register.session.number}</span>
<h1 class="govuk-heading-l">Settle the marks of ${one.name}</h1>
<p class="govuk-body">Marks that differ were recorded by people who had not seen each other’s. All of them stay in the history; the one you choose counts.</p>
<form method="post" action="${address}/${one.id}" novalidate>
${radiosField(form, {
  name: 'mark',
  label: 'Which mark holds?',
  items: one.marks
    .filter((mark) => mark.standing)
    .map((mark) => ({
      value: mark.id,
      text: markInWords(mark),
      hint: recordingInWords(mark),
    })),
})}
${textArea(form, { name: 'reason', label: 'How do you know?', rows: 3 })}
${button({ text: 'Settle it', preventDoubleClick: true })}
</form></div></div>`,
  )
}
