import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { pager } from '../../../ui/components/pager.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { formFrom, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'

type Listed = {
  readonly id: string
  readonly to_address: string
  readonly subject: string
  readonly created_at: Temporal.Instant
  readonly invitations: unknown
  readonly held: boolean
  readonly hold_until: Temporal.Instant | null
}
const whenOf = ({ created_at, held, hold_until }: Listed): string =>
  held && hold_until ? `Waits until ${formatInstant(hold_until)}` : formatInstant(created_at)
const invitationsOf = ({ invitations }: Listed) => invitations as readonly { method: string; text: string }[]

type Outbox = {
  readonly messages: readonly Listed[]
  readonly total: number
  readonly shown: number
  readonly pageSize: number
  readonly words: string
}

export const outboxView = (frame: Frame, { messages, total, shown, pageSize, words }: Outbox): Html =>
  layout(
    frame,
    { title: 'Outbox', breadcrumbs: [{ text: 'Outbox' }], unlisted: true },
    html`<h1 class="govuk-heading-l">Outbox</h1>
<p class="govuk-body">This demonstration sends no mail. What it would send is here, with links that work.</p>
<form method="get" action="/outbox">${textField(formFrom({ q: words }), { name: 'q', label: 'Address or words of the subject', width: 20 })}${button({ text: 'Search', classes: 'govuk-button--secondary' })}</form>
${
  messages.length === 0
    ? emptyState({
        title: 'No mail here',
        text: words ? 'No mail has these words.' : 'Mail appears here as soon as something makes it necessary.',
      })
    : html`${scrollable(
        'Mail',
        table({
          stacks: true,
          caption: 'Mail, latest first',
          captionClasses: 'govuk-visually-hidden',
          head: ['To', 'Subject', 'When'],
          rows: messages.map((row) => [
            row.to_address,
            html`<a class="govuk-link" href="/outbox/${row.id}">${row.subject}</a>${invitationsOf(row).length > 0 ? ' (with calendar)' : ''}`,
            whenOf(row),
          ]),
        }),
      )}${pager({ page: shown, pageSize, total, noun: 'mails', href: (next) => `/outbox?${new URLSearchParams({ q: words, page: String(next) })}` })}`
}`,
  )

type Message = Listed & {
  readonly body_text: string
  readonly message_id: string
}

const address = /(https?:\/\/[^\s<>"]+)/

// Every second part of a split by one group is an address.
const withLinks = (text: string): Html =>
  html`${text.split(address).map((part, at) => (at % 2 === 1 ? html`<a class="govuk-link" href="${part}">${part}</a>` : part))}`

export const messageView = (frame: Frame, mail: Message): Html =>
  layout(
    frame,
    { title: mail.subject, backLink: '/outbox', unlisted: true },
    html`<h1 class="govuk-heading-l">${mail.subject}</h1>
${summaryList({
  rows: [
    { key: 'To', value: mail.to_address },
    { key: 'When', value: whenOf(mail) },
  ],
})}
<pre class="app-letter">${withLinks(mail.body_text)}</pre>
${invitationsOf(mail).map(({ method, text }) => details({ summaryText: `Calendar invitation (${method})`, text: html`<pre class="app-letter">${text}</pre>` }))}`,
  )
