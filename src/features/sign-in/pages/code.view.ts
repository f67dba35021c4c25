import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

const noMail = html`<ul class="govuk-list govuk-list--bullet">
<li>It can take a few minutes. Look in the junk folder, and in the quarantine of your school’s mail.</li>
<li>Check the address for typing errors. If it is wrong, <a class="govuk-link" href="/sign-in">ask again</a>.</li>
<li>Each mail works for half an hour, and an address gets six in an hour.</li>
<li>If none ever comes, the filter of your school’s mail may hold it back. Ask whoever looks after it, or your <a class="govuk-link" href="/hubs">hub</a>.</li>
</ul>`

type CodePage = {
  readonly form: FormState
  /** The address this browser has asked with; null when the mail was asked for elsewhere. */
  readonly asked: string | null
  readonly to: string
  readonly demonstration: boolean
}

const whereItWent = ({ asked, demonstration }: CodePage): Html =>
  asked
    ? html`<p class="govuk-body">We have sent a mail to <strong>${asked}</strong>. Open the link in it on any device, or type its six-digit code here.</p>
${demonstration && html`<p class="govuk-body">This is a demonstration: its mail is shown in the <a class="govuk-link" href="/outbox">outbox</a>.</p>`}`
    : html`<p class="govuk-body">Type the address that you asked with, and the six digits from the mail. It need not have been on this device.</p>`

/** The code of a mail, typed on the device that asked or on any other. */
export const codeView = (frame: Frame, page: CodePage): Html => {
  const title = page.asked ? 'Check your email' : 'Type your code'
  return layout(
    frame,
    { title, backLink: '/sign-in', errors: page.form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<div class="app-sign-in">
<h1 class="govuk-heading-l">${title}</h1>
${whereItWent(page)}
<form method="post" action="/sign-in/code" novalidate>
${hiddenField('to', page.to)}
${page.asked ? hiddenField('email', page.asked) : textField(page.form, { name: 'email', label: 'Email address', type: 'email', autocomplete: 'email' })}
${textField(page.form, { name: 'code', label: 'Six-digit code', inputmode: 'numeric', autocomplete: 'one-time-code', width: 10, classes: 'govuk-input--extra-letter-spacing' })}
${button({ text: 'Sign in', preventDoubleClick: true })}
</form>
${details({ summaryText: 'What to do if no mail comes', text: noMail })}
</div>
</div></div>`,
  )
}

/** A link from a mail: nothing happens until its button is pressed, whoever opens it first. */
export const linkView = (frame: Frame, { token, to }: { token: string; to: string }): Html =>
  layout(
    frame,
    { title: 'Sign in to Tessellate', unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><div class="app-sign-in">
<h1 class="govuk-heading-l">Sign in to Tessellate</h1>
<p class="govuk-body">Press the button to sign in on this device.</p>
<form method="post" action="/sign-in/link/${token}">${hiddenField('to', to)}${button({ text: 'Sign in', preventDoubleClick: true })}</form>
</div></div></div>`,
  )

export const usedLinkView = (frame: Frame): Html =>
  layout(
    frame,
    { title: 'This link has been used or is over', unlisted: true },
    html`<h1 class="govuk-heading-l">This link has been used or is over</h1>
<p class="govuk-body">Sign-in links work once and for half an hour. <a class="govuk-link" href="/sign-in">Ask for a new one</a>.</p>`,
  )
