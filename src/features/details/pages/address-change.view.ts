import { button } from '../../../ui/components/button.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { maskedAddress } from '../../people/index.ts'

const single = (frame: Frame, title: string, body: Html): Html =>
  layout(
    frame,
    { title, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>${body}</div></div>`,
  )

/** What the link in the mail to the new address opens: opening it alone confirms nothing. */
export const confirmView = (
  frame: Frame,
  { token, address, isDone }: { token: string; address: string; isDone: boolean },
): Html =>
  isDone
    ? doneView(frame, { title: 'This address is yours', text: `We write to ${address}.` })
    : single(
        frame,
        'Is this your address?',
        html`<p class="govuk-body">You asked us to write to <strong>${address}</strong> from now on.</p>
<form method="post" action="/confirm-address/${token}">${button({ text: 'Yes, write to me here', preventDoubleClick: true })}</form>
<p class="govuk-body">If you did not ask for this, close this page: nothing changes.</p>`,
      )

/** What the link in the mail to the old address opens. */
export const stopView = (
  frame: Frame,
  { token, address, isOver, isConfirmed }: { token: string; address: string; isOver: boolean; isConfirmed: boolean },
): Html =>
  isOver
    ? doneView(frame, { title: 'Nothing has changed', text: 'This change was not made, or was stopped already.' })
    : single(
        frame,
        'Stop this change of address',
        html`<p class="govuk-body">${isConfirmed ? `We write to ${maskedAddress(address)} now.` : `Somebody signed in as you asked us to write to ${maskedAddress(address)}.`} If that was you, close this page.</p>
<p class="govuk-body">If you stop it, we write to you where we wrote before, and whoever is signed in as you is signed out.</p>
<form method="post" action="/stop-address/${token}">${button({ text: 'Stop the change', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`,
      )

export const doneView = (frame: Frame, { title, text }: { title: string; text: string }): Html =>
  single(
    frame,
    title,
    html`<p class="govuk-body">${text}</p><p class="govuk-body"><a class="govuk-link" href="/account/details">See my details</a></p>`,
  )
