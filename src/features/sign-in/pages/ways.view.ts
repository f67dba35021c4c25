import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, localDate } from '../../../vocabulary/local-time.ts'

const notices = {
  linked: 'The account is linked. You can sign in with it from now on.',
  unlinked: 'The account is unlinked.',
} as const
const problems = {
  over: 'The account was not linked: it took too long, or was begun in another browser. Try again.',
  taken: 'The account was not linked: it is linked to somebody already, or you have linked another one there.',
} as const

export type Said = keyof typeof notices | keyof typeof problems
export const isSaid = (said: string): said is Said => Object.hasOwn(notices, said) || Object.hasOwn(problems, said)

type Account = {
  readonly id: string
  readonly name: string
  readonly address: string | null
  readonly lastUsedAt: Temporal.Instant | null
}

export type Ways = {
  readonly said: Said | null
  readonly passkeys: number
  readonly sessions: number
  readonly hasTokens: boolean
  readonly accounts: readonly Account[]
  readonly toLink: readonly { readonly key: string; readonly name: string }[]
}

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? 'None' : count === 1 ? `1 ${one}` : `${count} ${many}`

const change = (text: string, href: string, visuallyHiddenText: string) => [{ text, href, visuallyHiddenText }]

const overview = ({ passkeys, sessions, hasTokens }: Ways): Html =>
  summaryList({
    rows: [
      { key: 'By mail', value: 'A link and a six-digit code, to any of your addresses' },
      {
        key: 'Passkeys',
        value: counted(passkeys, 'passkey', 'passkeys'),
        actions: { items: change('Change', '/account/passkeys', 'your passkeys') },
      },
      {
        key: 'Signed in on',
        value: counted(sessions, 'device', 'devices'),
        actions: { items: change('See', '/account/sessions', 'where you are signed in') },
      },
      ...(hasTokens
        ? [
            {
              key: 'Programs',
              value: 'Tokens with which programs read for you',
              actions: { items: change('Change', '/account/tokens', 'your tokens for programs') },
            },
          ]
        : []),
    ],
  })

const linked = (accounts: readonly Account[]): Html =>
  table({
    stacks: true,
    caption: 'Linked accounts',
    captionClasses: 'govuk-visually-hidden',
    head: ['Account', 'Address there', 'Last used', 'Unlink it'],
    rows: accounts.map((account) => [
      account.name,
      account.address ?? 'Not told',
      account.lastUsedAt ? formatDate(localDate(account.lastUsedAt)) : 'Not yet',
      html`<form method="post" action="/account/sign-in/unlink">${hiddenField('id', account.id)}${button({ text: html`Unlink<span class="govuk-visually-hidden"> ${account.name}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}</form>`,
    ]),
  })

const elsewhere = ({ accounts, toLink }: Ways): Html | false =>
  accounts.length + toLink.length > 0 &&
  html`<h2 class="govuk-heading-m">Accounts elsewhere</h2>
${accounts.length > 0 ? linked(accounts) : html`<p class="govuk-body">None is linked yet.</p>`}
${toLink.map(({ key, name }) => html`<p>${button({ text: `Link an account at ${name}`, href: `/account/sign-in/with/${key}`, classes: 'govuk-button--secondary' })}</p>`)}`

/** Every way into one's own account, on one page. */
export const waysView = (frame: Frame, ways: Ways): Html =>
  layout(
    ways.said && ways.said in notices ? { ...frame, notice: notices[ways.said as keyof typeof notices] } : frame,
    { title: 'How you sign in', backLink: { text: 'Your account', href: '/account' }, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">How you sign in</h1>
${ways.said && ways.said in problems && insetText(problems[ways.said as keyof typeof problems])}
${overview(ways)}
${elsewhere(ways)}
</div></div>`,
  )
