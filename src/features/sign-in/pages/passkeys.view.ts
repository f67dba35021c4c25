import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, localDate } from '../../../vocabulary/local-time.ts'

type Passkey = {
  readonly id: string
  readonly name: string
  readonly created_at: Temporal.Instant
  readonly last_used_at: Temporal.Instant | null
}

export type Passkeys = {
  readonly form: FormState
  readonly isPossible: boolean
  /** In the demonstration, the address under which they can be tried. */
  readonly elsewhere: string | null
  readonly passkeys: readonly Passkey[]
  readonly said: 'added' | 'removed' | null
}

const notices = {
  added: 'The passkey was added. You can sign in with it from now on.',
  removed: 'The passkey was removed. It signs nobody in any more.',
} as const

const list = (passkeys: readonly Passkey[]): Html =>
  table({
    stacks: true,
    caption: 'Your passkeys',
    captionClasses: 'govuk-table__caption--m',
    head: ['Name', 'Added', 'Last used', 'Remove it'],
    rows: passkeys.map((passkey) => [
      passkey.name,
      formatDate(localDate(passkey.created_at)),
      passkey.last_used_at ? formatDate(localDate(passkey.last_used_at)) : 'Not yet',
      html`<form method="post" action="/account/passkeys/remove">${hiddenField('id', passkey.id)}${button({ text: html`Remove<span class="govuk-visually-hidden"> ${passkey.name}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}</form>`,
    ]),
  })

const adding = (form: FormState): Html =>
  html`<h2 class="govuk-heading-m">Add a passkey</h2>
<form method="post" action="/account/passkeys" novalidate data-passkey="add" data-options="/account/passkeys/options">
${hiddenField('credential', '')}
${textField(form, { name: 'name', label: 'What you call it', hint: 'Such as “school laptop” or “my phone”', width: 20 })}
<p class="govuk-error-message" role="alert" hidden data-said></p>
<noscript><p class="govuk-body">Adding a passkey needs JavaScript, which is off in this browser.</p></noscript>
${button({ text: 'Add a passkey' })}
</form>`

const notHere = (elsewhere: string | null): Html =>
  html`<p class="govuk-body">Passkeys cannot be used at this address of the service: they need a name such as hubs.example, over https. Sign in by mail.</p>${elsewhere !== null && insetText(html`To try them in the demonstration, start it with <code>BASE_URL=${elsewhere}</code>.`)}`

export const passkeysView = (frame: Frame, { form, isPossible, elsewhere, passkeys, said }: Passkeys): Html =>
  layout(
    said ? { ...frame, notice: notices[said] } : frame,
    {
      title: 'Passkeys',
      backLink: { text: 'How you sign in', href: '/account/sign-in' },
      errors: form.errors,
      unlisted: true,
      scripts: ['passkey'],
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Passkeys</h1>
<p class="govuk-body">With a passkey you sign in by your fingerprint, your face or the lock of your device, without a mail. It works in browsers with JavaScript; the mail always works too.</p>
${passkeys.length > 0 && list(passkeys)}
${isPossible ? adding(form) : notHere(elsewhere)}
</div></div>`,
  )

export const noPasskeyView = (frame: Frame, to: string): Html =>
  layout(
    frame,
    { title: 'This passkey did not sign you in', unlisted: true },
    html`<h1 class="govuk-heading-l">This passkey did not sign you in</h1>
<p class="govuk-body">It may have been removed here, or it took too long. Try again, or <a class="govuk-link" href="/sign-in?to=${encodeURIComponent(to)}">sign in by mail</a>.</p>`,
  )
