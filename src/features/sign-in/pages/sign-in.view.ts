import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

type Cast = readonly { name: string; email: string; part: string; organisation: string }[]

const castList = (cast: Cast, to: string): Html | string =>
  cast.length === 0
    ? ''
    : html`<h2 class="govuk-heading-m">The demonstration’s cast</h2>
<p class="govuk-body">Sign in as any of them to see their part. Nobody here is real.</p>
<ul class="govuk-list">${cast.map(
        (member) => html`<li class="app-cast__member">
<p class="govuk-body-s"><strong>${member.name}</strong><br>${member.part}, ${member.organisation}<br>${member.email}</p>
<form method="post" action="/sign-in/cast">${hiddenField('email', member.email)}${hiddenField('to', to)}
${button({ text: html`Sign in<span class="govuk-visually-hidden"> as ${member.name}</span>`, classes: 'govuk-button--secondary' })}
</form></li>`,
      )}</ul>`

export const signInView = (frame: Frame, { form, to, cast }: { form: FormState; to: string; cast: Cast }): Html =>
  layout(
    frame,
    { title: 'Sign in', errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Sign in</h1>
<p class="govuk-body">You need no account to <a class="govuk-link" href="/projects">find a project</a> or to express interest. Sign in for the work of a hub, a group or a school.</p>
<form method="post" action="/sign-in" novalidate>
${hiddenField('to', to)}
${textField(form, { name: 'email', label: 'Email address', type: 'email', autocomplete: 'email', hint: 'We send a link and a six-digit code. There is no password.' })}
${button({ text: 'Send me a link', preventDoubleClick: true })}
</form>
${castList(cast, to)}
</div></div>`,
  )

export const codeView = (
  frame: Frame,
  { form, email, to, demonstration }: { form: FormState; email: string; to: string; demonstration: boolean },
): Html =>
  layout(
    frame,
    { title: 'Check your email', backLink: '/sign-in', errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Check your email</h1>
<p class="govuk-body">We have sent a mail to <strong>${email}</strong>. Open the link in it, or type the six-digit code here. It can take a minute.</p>
${demonstration ? html`<p class="govuk-body">This is a demonstration: its mail is shown in the <a class="govuk-link" href="/outbox">outbox</a>.</p>` : ''}
<form method="post" action="/sign-in/code" novalidate>
${hiddenField('email', email)}${hiddenField('to', to)}
${textField(form, { name: 'code', label: 'Six-digit code', inputmode: 'numeric', autocomplete: 'one-time-code', width: 10 })}
${button({ text: 'Sign in', preventDoubleClick: true })}
</form>
${details({ summaryText: 'No mail?', text: 'Look in the junk folder. Check the address for typing errors. Then ask again: at most six mails are sent in an hour.' })}
</div></div>`,
  )

export const linkView = (frame: Frame, { token, to }: { token: string; to: string }): Html =>
  layout(
    frame,
    { title: 'Sign in to Tessellate', unlisted: true },
    html`<h1 class="govuk-heading-l">Sign in to Tessellate</h1>
<p class="govuk-body">Press the button to sign in on this device.</p>
<form method="post" action="/sign-in/link/${token}">${hiddenField('to', to)}${button({ text: 'Sign in', preventDoubleClick: true })}</form>`,
  )

export const usedLinkView = (frame: Frame): Html =>
  layout(
    frame,
    { title: 'This link has been used or is over' },
    html`<h1 class="govuk-heading-l">This link has been used or is over</h1>
<p class="govuk-body">Sign-in links work once and for half an hour. <a class="govuk-link" href="/sign-in">Ask for a new one</a>.</p>`,
  )
