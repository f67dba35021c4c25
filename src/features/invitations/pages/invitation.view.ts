import { button } from '../../../ui/components/button.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, localDate } from '../../../vocabulary/local-time.ts'
import { type InvitationSeen, partInWords } from '../invitation.ts'

const single = (frame: Frame, title: string, body: Html, errors: FormState['errors'] = []): Html =>
  layout(
    frame,
    { title, unlisted: true, errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>${body}</div></div>`,
  )

/** What the link in an invitation opens: opening it alone accepts nothing. */
export const invitationView = (
  frame: Frame,
  { invitation, token, form }: { invitation: InvitationSeen; token: string; form: FormState },
): Html =>
  single(
    frame,
    'You are invited',
    html`<p class="govuk-body-l">${invitation.by ?? 'The network'} invites you to be ${partInWords(invitation.role, invitation.at)}.</p>
<p class="govuk-body">The invitation is for <strong>${invitation.address}</strong>, and valid until ${formatDate(localDate(invitation.expiresAt))}. If this is not your address, do not accept: the invitation is meant for whoever the address belongs to.</p>
<form method="post" action="/invitation/${token}" novalidate>
${textField(form, { name: 'name', label: 'Your full name', autocomplete: 'name', hint: 'If you are known here by this address already, your name stays as it is.' })}
${hiddenField('answer', 'accept')}
${button({ text: 'Accept', preventDoubleClick: true })}
</form>
<form method="post" action="/invitation/${token}">${hiddenField('answer', 'decline')}${button({ text: 'Decline', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`,
    form.errors,
  )

/** What came of it, or why it cannot be answered any more. */
export const answeredView = (
  frame: Frame,
  { title, text, next }: { title: string; text: string; next: Html | null },
): Html => single(frame, title, html`<p class="govuk-body">${text}</p>${next}`)

/** After accepting: nobody is signed in by it. */
export const acceptedNext = (organisationId: string | null): Html =>
  html`${button({ text: 'Sign in', href: `/sign-in?to=${encodeURIComponent(organisationId ? '/account/school' : '/')}` })}
${organisationId && html`<p class="govuk-body">Have you come from another school? <a class="govuk-link" href="/account/moved?to=${organisationId}">Say that you have moved</a>: what you did there is ended, and the hub decides with you about your groups.</p>`}`
