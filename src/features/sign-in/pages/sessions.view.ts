import { button } from '../../../ui/components/button.ts'
import { table } from '../../../ui/components/table.ts'
import { hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'

export type OpenSession = {
  readonly id: string
  readonly since: Temporal.Instant
  readonly until: Temporal.Instant
  readonly here: boolean
}

export const sessionsView = (frame: Frame, sessions: readonly OpenSession[]): Html =>
  layout(
    frame,
    { title: 'Where you are signed in', backLink: '/account' },
    html`<h1 class="govuk-heading-l">Where you are signed in</h1>
${table({
  stacks: true,
  caption: 'Signed-in devices',
  captionClasses: 'govuk-visually-hidden',
  head: ['Since', 'Until at the latest', 'End it'],
  rows: sessions.map((session) => [
    formatInstant(session.since),
    formatInstant(session.until),
    session.here
      ? 'This browser'
      : html`<form method="post" action="/account/sessions/end">${hiddenField('id', session.id)}${button({ text: html`End<span class="govuk-visually-hidden"> the session since ${formatInstant(session.since)}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}</form>`,
  ]),
})}`,
  )
