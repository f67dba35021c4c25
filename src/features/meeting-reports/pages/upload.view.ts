import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type FormState, fileField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'

type Shown = {
  readonly group: { readonly id: string; readonly name: string }
  readonly session: { readonly id: string; readonly number: number }
  readonly against: string | null
  readonly waiting: readonly { readonly id: string; readonly fileName: string; readonly sentAt: Temporal.Instant }[]
  readonly form: FormState
}

/** Sending the report of an online meeting. */
export const uploadView = (frame: Frame, { group, session, against, waiting, form }: Shown): Html => {
  const base = `/groups/${group.id}/sessions/${session.id}`
  return layout(
    frame,
    { title: 'Attendance from a meeting’s report', backLink: `${base}/register`, errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}, session ${session.number}</span>
<h1 class="govuk-heading-l">Attendance from a meeting’s report</h1>
<p class="govuk-body">Teams, Zoom, Google Meet and others give a file of who joined an online meeting and when they left. It is matched with the register, and you confirm it before anybody is marked. Once you have, nothing of the file is kept.</p>
${waiting.length > 0 && html`<h2 class="govuk-heading-m">Waiting to be confirmed</h2><ul class="govuk-list">${waiting.map(({ id, fileName, sentAt }) => html`<li><a class="govuk-link" href="${base}/report/${id}">${fileName}</a>, sent on ${formatInstant(sentAt)}</li>`)}</ul>`}
${
  against !== null
    ? insetText(against)
    : html`<form method="post" action="${base}/report" enctype="multipart/form-data" novalidate>
${fileField(form, { name: 'file', label: 'The file of the report', hint: 'As CSV or Excel, as it was downloaded', accept: '.csv,.tsv,.txt,.xlsx' })}
${button({ text: 'Read it', preventDoubleClick: true })}
</form>`
}
</div></div>`,
  )
}
