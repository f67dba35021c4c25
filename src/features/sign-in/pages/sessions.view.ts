import { button } from '../../../ui/components/button.ts'
import { table } from '../../../ui/components/table.ts'
import { hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, localDate } from '../../../vocabulary/local-time.ts'

export type OpenSession = {
  readonly id: string
  readonly device: string | null
  readonly since: Temporal.Instant
  readonly seen: Temporal.Instant
  readonly until: Temporal.Instant
  readonly here: boolean
}

const nameOf = ({ device }: OpenSession): string => device ?? 'A device we cannot name'

const ending = (session: OpenSession): Html | string =>
  session.here
    ? 'This browser'
    : html`<form method="post" action="/account/sessions/end">${hiddenField('id', session.id)}${button({
        text: html`End<span class="govuk-visually-hidden"> the session on ${nameOf(session)} since ${formatDate(localDate(session.since))}</span>`,
        classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
      })}</form>`

/** Where somebody is signed in, with a way to end what they left behind. */
export const sessionsView = (
  frame: Frame,
  { sessions, hasEnded }: { sessions: readonly OpenSession[]; hasEnded: boolean },
): Html =>
  layout(
    hasEnded ? { ...frame, notice: 'That device is signed out.' } : frame,
    {
      title: 'Where you are signed in',
      backLink: { text: 'How you sign in', href: '/account/sign-in' },
      unlisted: true,
    },
    html`<h1 class="govuk-heading-l">Where you are signed in</h1>
<p class="govuk-body">End what you do not know, or left open somewhere. A session ends by itself after thirty days.</p>
${table({
  stacks: true,
  caption: 'Signed-in devices',
  captionClasses: 'govuk-visually-hidden',
  head: ['Device', 'Signed in', 'Last seen', 'Ends by itself', 'End it'],
  rows: sessions.map((session) => [
    nameOf(session),
    formatDate(localDate(session.since)),
    formatDate(localDate(session.seen)),
    formatDate(localDate(session.until)),
    ending(session),
  ]),
})}
<form method="post" action="/account/sessions/end-all">${button({ text: 'Sign out everywhere', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>
<p class="govuk-body-s">This browser too. Tokens for programs are not sessions: they are revoked where they were made.</p>`,
  )
