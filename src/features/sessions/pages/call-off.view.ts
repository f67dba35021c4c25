import { button } from '../../../ui/components/button.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type FormState, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type GroupSeen, unitsInWords } from '../../groups/index.ts'

/** What calling a group off does to whom, said before it is done. */
export const callOffView = (
  frame: Frame,
  { group, told, form }: { group: GroupSeen; told: number; form: FormState },
): Html =>
  layout(
    frame,
    { title: 'Call the group off', backLink: `/groups/${group.id}`, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span><h1 class="govuk-heading-l">Call the group off</h1>
<ul class="govuk-list govuk-list--bullet">
<li>Every date of the group that has not been held is cancelled.</li>
<li>The places of ${group.organisationsTaken} ${group.organisationsTaken === 1 ? unitsInWords(group).one : unitsInWords(group).many} end.</li>
<li>${told === 0 ? 'Nobody has been told a date, so no mail is sent.' : `${told} ${told === 1 ? 'person who was' : 'people who were'} told the dates ${told === 1 ? 'gets' : 'get'} one mail that they are cancelled, with your reason.`}</li>
</ul>
${warningText('This cannot be undone.')}
<form method="post" action="/groups/${group.id}/call-off" novalidate>
${textArea(form, { name: 'reason', label: 'Why is it called off?', hint: 'Everyone who was told the dates reads this', rows: 3 })}
${button({ text: 'Call the group off', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form></div></div>`,
  )
