import { button } from '../../../ui/components/button.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

type Cast = readonly { name: string; email: string; part: string; organisation: string }[]
export type Providers = readonly { key: string; name: string }[]

export type SignIn = {
  readonly form: FormState
  readonly to: string
  readonly passkeys: boolean
  readonly providers: Providers
  readonly cast: Cast
}

const withPasskey = (to: string): Html =>
  html`<form method="post" action="/sign-in/passkey" class="app-way" data-passkey="use" data-options="/sign-in/passkey/options">
${hiddenField('to', to)}${hiddenField('credential', '')}
${button({ text: 'Sign in with a passkey', classes: 'govuk-button--secondary' })}
<p class="govuk-error-message" role="alert" hidden data-said></p>
<noscript><p class="govuk-hint">A passkey needs JavaScript, which is off in this browser. The mail works without it.</p></noscript>
</form>`

const withProvider = (provider: Providers[number], to: string): Html =>
  html`<p class="app-way">${button({
    text: `Sign in with ${provider.name}`,
    href: `/sign-in/with/${provider.key}?to=${encodeURIComponent(to)}`,
    classes: 'govuk-button--secondary',
  })}</p>`

const otherWays = ({ to, passkeys, providers }: SignIn): Html | false =>
  (passkeys || providers.length > 0) &&
  html`<section class="app-ways" aria-labelledby="other-ways">
<h2 class="govuk-heading-s" id="other-ways">Other ways</h2>
${passkeys && withPasskey(to)}
${providers.map((provider) => withProvider(provider, to))}
</section>`

const castList = (cast: Cast, to: string): Html | false =>
  cast.length > 0 &&
  html`<h2 class="govuk-heading-m">The demonstration’s cast</h2>
<p class="govuk-body">Sign in as any of them to see their part. Nobody here is real.</p>
<ul class="govuk-list app-cast">${cast.map(
    (member) => html`<li class="app-cast__member">
<p class="govuk-body-s"><strong>${member.name}</strong><br>${member.part}, ${member.organisation}<br>${member.email}</p>
<form method="post" action="/sign-in/cast">${hiddenField('email', member.email)}${hiddenField('to', to)}
${button({ text: html`Sign in<span class="govuk-visually-hidden"> as ${member.name}</span>`, classes: 'govuk-button--secondary' })}
</form></li>`,
  )}</ul>`

/** One field first; then the other ways, and for whom none of it is needed. */
export const signInView = (frame: Frame, page: SignIn): Html =>
  layout(
    frame,
    { title: 'Sign in', errors: page.form.errors, scripts: page.passkeys ? ['passkey'] : [] },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<div class="app-sign-in">
<h1 class="govuk-heading-l">Sign in</h1>
<form method="post" action="/sign-in" novalidate>
${hiddenField('to', page.to)}
${textField(page.form, { name: 'email', label: 'Email address', type: 'email', autocomplete: 'email', hint: 'We send a link and a six-digit code. There is no password.' })}
${button({ text: 'Send me a link', preventDoubleClick: true })}
</form>
<p class="govuk-body-s"><a class="govuk-link" href="/sign-in/code">I have a code already</a></p>
${otherWays(page)}
</div>
</div><div class="govuk-grid-column-one-third">
<h2 class="govuk-heading-s">You may not need to</h2>
<p class="govuk-body-s">Anybody can <a class="govuk-link" href="/projects">find a project</a>, express interest, and follow it by the link in the mail.</p>
<p class="govuk-body-s">Sign in for the work of a hub, a group or a school.</p>
</div></div>
${castList(page.cast, page.to)}`,
  )
