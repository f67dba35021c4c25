import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import type { Arranged } from '../arranged.ts'

/** It is arranged that a group becomes part of another: when that is done, and how it is taken back until then. */
export const arrangedView = (frame: Frame, { fromId, from, intoId, into, reason, dueAt }: Arranged): Html =>
  layout(
    frame,
    { title: `${from} into ${into}`, backLink: `/groups/${fromId}`, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${from} becomes part of ${into} on ${formatInstant(dueAt)}</h1>
${insetText('Nothing is changed yet, and nobody has been told. It is done by itself then: who has a place by that time goes along, and everybody gets one mail.')}
<p class="govuk-body">Why: ${reason}</p>
<form method="post" action="/groups/${fromId}/merge/take-back" novalidate><p class="govuk-body">Until then it can be taken back, and both groups stay as they are.</p>${button({ text: 'Take it back', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>
<p class="govuk-body"><a class="govuk-link" href="/groups/${intoId}">See ${into}</a></p>
</div></div>`,
  )
