import { button } from '../../../ui/components/button.ts'
import { table } from '../../../ui/components/table.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { checkboxesField, type FormState, hiddenField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, localDate } from '../../../vocabulary/local-time.ts'
import { scopeNames, scopes } from '../scopes.ts'

type Token = {
  readonly id: string
  readonly name: string
  readonly beginning: string
  readonly scopes: readonly string[]
  readonly until: Temporal.Instant
  readonly lastUsedAt: Temporal.Instant | null
}

export type Tokens = {
  readonly form: FormState
  readonly atHub: boolean
  readonly isRevoked: boolean
  readonly tokens: readonly Token[]
}

const backLink = { text: 'How you sign in', href: '/account/sign-in' }

// The same as in the form; a view draws, and asks no form.
const lasting = [
  { value: '30', text: '30 days' },
  { value: '90', text: '90 days' },
  { value: '180', text: '180 days' },
  { value: '365', text: 'A year' },
]

const list = (tokens: readonly Token[]): Html =>
  table({
    stacks: true,
    caption: 'Your tokens',
    captionClasses: 'govuk-table__caption--m',
    head: ['Program', 'Begins with', 'Reads', 'Last used', 'Ends', 'Revoke it'],
    rows: tokens.map((token) => [
      token.name,
      html`<code>${token.beginning}</code>`,
      token.scopes.length === 0 ? 'What is public' : html`${token.scopes.map((scope) => html`${scope}<br>`)}`,
      token.lastUsedAt ? formatDate(localDate(token.lastUsedAt)) : 'Not yet',
      formatDate(localDate(token.until)),
      html`<form method="post" action="/account/tokens/revoke">${hiddenField('id', token.id)}${button({ text: html`Revoke<span class="govuk-visually-hidden"> ${token.name}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}</form>`,
    ]),
  })

const reading = (form: FormState, atHub: boolean): Html =>
  atHub
    ? checkboxesField(form, {
        name: 'scopes',
        label: 'What it may read beyond what is public',
        items: scopeNames.map((name) => ({ value: name, text: scopes[name].label, hint: scopes[name].hint })),
      })
    : html`<p class="govuk-body">With your part in the network a program reads what is public, and who you are.</p>`

export const tokensView = (frame: Frame, { form, atHub, isRevoked, tokens }: Tokens): Html =>
  layout(
    isRevoked
      ? { ...frame, notice: 'The token is revoked. A program that uses it is turned away from now on.' }
      : frame,
    { title: 'Tokens for programs', backLink, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Tokens for programs</h1>
<p class="govuk-body">A program that holds a token reads in your name, as long as you have your part in the network. What there is to read: <a class="govuk-link" href="/api/openapi.json">the description of the interface</a>.</p>
</div></div>
${tokens.length > 0 && list(tokens)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m">Make a token</h2>
<form method="post" action="/account/tokens" novalidate>
${textField(form, { name: 'name', label: 'Which program will use it', hint: 'Such as “our hub’s spreadsheet”', width: 20 })}
${reading(form, atHub)}
${selectField(form, { name: 'days', label: 'How long it lasts', items: lasting, value: '90', blank: false })}
${button({ text: 'Make a token', preventDoubleClick: true })}
</form>
</div></div>`,
  )

/** The only time a token is seen. */
export const newTokenView = (
  frame: Frame,
  { name, token, baseUrl }: { name: string; token: string; baseUrl: string },
): Html =>
  layout(
    frame,
    { title: 'Your new token', backLink: { text: 'Tokens for programs', href: '/account/tokens' }, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Your new token</h1>
<p class="govuk-body">For ${name}:</p>
<p class="app-token"><code>${token}</code></p>
${warningText('Copy it now: it is shown once. Keep it like a password, and revoke it when it is no longer needed.')}
<p class="govuk-body">Try it:</p>
<pre class="app-letter" tabindex="0">curl -H 'Authorization: Bearer ${token}' ${baseUrl}/api/v1/me</pre>
</div></div>`,
  )
