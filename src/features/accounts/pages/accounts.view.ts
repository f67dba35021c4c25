import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { AcademicYear } from '../../../vocabulary/academic-year.ts'
import type { FieldError } from '../../../vocabulary/form.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatShortDate, localDate } from '../../../vocabulary/local-time.ts'
import { formatMoney, type Pence } from '../../../vocabulary/money.ts'
import { balanceInWords, type LineShown, statementNumber } from '../statement-of-account.ts'
import { linesTable } from './statement.view.ts'

export type HubNamed = { readonly slug: string; readonly name: string }

export type AccountShown = {
  readonly organisationId: string
  readonly organisation: string
  readonly charged: Pence
  readonly paid: Pence
  readonly granted: Pence
  readonly owed: Pence
  readonly unstated: number
  readonly lastIssued: Temporal.Instant | null
}

const numeric = (text: string | Html) => ({ text, format: 'numeric' as const })
const sum = (accounts: readonly AccountShown[], of: (account: AccountShown) => Pence): Pence =>
  accounts.reduce((total, account) => total + of(account), 0)

const figures = (accounts: readonly AccountShown[]): Html =>
  statFigures([
    {
      label: 'Charged',
      value: formatMoney(sum(accounts, ({ charged }) => charged)),
      definition: 'confirmed, less what was waived or credited since',
    },
    {
      label: 'Paid',
      value: formatMoney(sum(accounts, ({ paid }) => paid)),
      definition: 'received, less what was paid back',
    },
    {
      label: 'Granted',
      value: formatMoney(sum(accounts, ({ granted }) => granted)),
      definition: 'approved, less what was made void or clawed back since',
    },
    {
      label: 'Owed',
      value: formatMoney(sum(accounts, ({ owed }) => owed)),
      definition: 'by schools, less what the hub owes them',
    },
  ])

// A box where there is something to state; without one a school has nothing new.
const box = ({ organisationId, organisation, unstated }: AccountShown): Html | string =>
  unstated === 0
    ? ''
    : html`<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" name="payer" id="payer-${organisationId}" value="${organisationId}" checked><label class="govuk-label govuk-checkboxes__label" for="payer-${organisationId}"><span class="govuk-visually-hidden">Statement for ${organisation}</span></label></div></div>`

const list = (hub: HubNamed, accounts: readonly AccountShown[]): Html =>
  html`<form method="post" action="/hub/${hub.slug}/accounts/check" novalidate><div id="payer" tabindex="-1">${scrollable(
    'Accounts',
    table({
      caption: 'Accounts of schools and providers',
      captionClasses: 'govuk-visually-hidden',
      head: [
        'Statement',
        'School or provider',
        numeric('Charged'),
        numeric('Paid'),
        numeric('Granted'),
        numeric('Owed'),
        'On no statement yet',
        'Last statement',
      ],
      rows: accounts.map((account) => [
        box(account),
        html`<a class="govuk-link" href="/hub/${hub.slug}/accounts/${account.organisationId}">${account.organisation}</a>`,
        numeric(formatMoney(account.charged)),
        numeric(formatMoney(account.paid)),
        numeric(formatMoney(account.granted)),
        numeric(formatMoney(account.owed)),
        account.unstated === 0 ? 'Nothing' : account.unstated === 1 ? '1 entry' : `${account.unstated} entries`,
        account.lastIssued ? formatShortDate(localDate(account.lastIssued)) : 'None',
      ]),
    }),
  )}</div>
${accounts.some(({ unstated }) => unstated > 0) && button({ text: 'Look at the statements', preventDoubleClick: true })}</form>`

/** What each school and provider owes a hub, with what can be put on a statement. */
export const accountsView = (
  frame: Frame,
  {
    hub,
    accounts,
    errors,
  }: { readonly hub: HubNamed; readonly accounts: readonly AccountShown[]; readonly errors: readonly FieldError[] },
): Html =>
  layout(
    frame,
    {
      title: 'Accounts',
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${hub.slug}` },
        { text: 'Charges', href: `/hub/${hub.slug}/charges` },
        { text: 'Accounts' },
      ],
      errors,
      wide: true,
      unlisted: true,
    },
    html`${actionBar({ caption: hub.name, title: 'Accounts', text: 'What schools and providers owe and are owed, from what was confirmed, waived, granted and paid. Nothing here is ever changed: what was wrong is entered back.' })}
${figures(accounts)}
${accounts.length === 0 ? emptyState({ title: 'No account yet', text: 'Once a charge is confirmed or a grant approved, the account of its school stands here.' }) : list(hub, accounts)}
<p class="govuk-body"><a class="govuk-link" href="/hub/${hub.slug}/accounts.csv">Every entry as a file (CSV)</a></p>`,
  )

export type StatementListed = {
  readonly id: string
  readonly year: AcademicYear
  readonly number: number
  readonly issuedAt: Temporal.Instant
  readonly closing: Pence
}

/** One account: every entry in order with what is owed after it, and its statements. */
export const accountView = (
  frame: Frame,
  {
    hub,
    account,
    lines,
    statements,
  }: {
    readonly hub: HubNamed
    readonly account: AccountShown
    readonly lines: readonly LineShown[]
    readonly statements: readonly StatementListed[]
  },
): Html =>
  layout(
    frame,
    {
      title: `Account of ${account.organisation}`,
      backLink: { text: 'Accounts', href: `/hub/${hub.slug}/accounts` },
      wide: true,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">Account of ${account.organisation}</h1>
<p class="govuk-body">${balanceInWords(account.owed)}.</p>
${scrollable('Entries', linesTable(lines, 0, 'Entries in order'))}
<h2 class="govuk-heading-m">Statements</h2>
${
  statements.length === 0
    ? html`<p class="govuk-body">None has been issued.</p>`
    : html`<ul class="govuk-list">${statements.map((one) => html`<li><a class="govuk-link" href="/accounts/${one.id}">${statementNumber(one.year, one.number)}</a>, ${formatDate(localDate(one.issuedAt))}: ${formatMoney(one.closing)} (<a class="govuk-link" href="/accounts/${one.id}.pdf">PDF<span class="govuk-visually-hidden"> of ${statementNumber(one.year, one.number)}</span></a>)</li>`)}</ul>`
}`,
  )
