import { button } from '../../../ui/components/button.ts'
import { type FormState, hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

type Mistaken = {
  readonly hub: string
  readonly path: string
  readonly back: string
  readonly form: FormState
}

/** Asks whoever opened a link by mistake whether it shall be stopped; nothing that it leads to is shown. */
export const mistakenView = (frame: Frame, { hub, path, back, form }: Mistaken): Html =>
  layout(
    frame,
    { title: 'This link was sent to me by mistake', backLink: back, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">This link was sent to me by mistake</h1>
<p class="govuk-body">Thank you for saying so. We stop the link at once, and tell ${hub}, which sends a new one to whom it was meant for. Nothing else changes. We do not ask who you are.</p>
<form method="post" action="${path}" novalidate>
${hiddenField('answer', 'stop')}
${button({ text: 'Stop this link', preventDoubleClick: true, id: 'answer' })}
</form>
<p class="govuk-body">Then please delete the mail.</p>
</div></div>`,
  )

export const saidView = (frame: Frame): Html =>
  layout(
    frame,
    { title: 'The link opens no more', unlisted: true },
    html`<h1 class="govuk-heading-l">The link opens no more</h1>
<p class="govuk-body">Thank you. The hub has been told, and sends a new link to whom it was meant for. Please delete the mail.</p>
<p class="govuk-body">Was it yours after all? Ask the hub named in the mail for a new one.</p>`,
  )
