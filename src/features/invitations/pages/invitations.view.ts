import { button } from '../../../ui/components/button.ts'
import { table } from '../../../ui/components/table.ts'
import { hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { formatDate, localDate } from '../../../vocabulary/local-time.ts'
import { type InvitationSeen, partInWords } from '../invitation.ts'

/** A button that does one thing to one record and comes back here. */
export const actButton = (
  action: string,
  fields: Readonly<Record<string, string>>,
  text: string,
  about: string,
): Html =>
  html`<form method="post" action="${action}">${Object.entries(fields).map(([name, value]) => hiddenField(name, value))}${button({ text: html`${text}<span class="govuk-visually-hidden"> ${about}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-1', preventDoubleClick: true })}</form>`

/** Invitations that nobody has answered yet, to be sent again or taken back. */
export const openInvitationsTable = (invitations: readonly InvitationSeen[], back: string): Html | false =>
  invitations.length > 0 &&
  table({
    stacks: true,
    caption: 'Invited, not answered yet',
    captionClasses: 'govuk-table__caption--m',
    head: ['Who', 'As', 'Sent', 'Valid until', 'Change'],
    rows: invitations.map((each) => [
      html`${each.name}<br><span class="govuk-hint">${each.address}</span>`,
      partInWords(each.role, each.at),
      html`${formatDate(localDate(each.sentAt))}${each.by && html`<br><span class="govuk-hint">by ${each.by}</span>`}`,
      formatDate(localDate(each.expiresAt)),
      html`${actButton('/account/invitations/resend', { id: each.id, back }, 'Send again', `the invitation of ${each.name}`)}${actButton('/account/invitations/revoke', { id: each.id, back }, 'Take back', `the invitation of ${each.name}`)}`,
    ]),
  })
