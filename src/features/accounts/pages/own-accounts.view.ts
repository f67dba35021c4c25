import { emptyState } from '../../../ui/components/empty-state.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { AcademicYear } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, localDate } from '../../../vocabulary/local-time.ts'
import { formatMoney, type Pence } from '../../../vocabulary/money.ts'
import { type GrantStatus, grantStatusLabels } from '../../grants/index.ts'
import { balanceInWords, statementNumber } from '../statement-of-account.ts'

type OwnAccount = {
  readonly organisation: string
  readonly hub: string
  readonly hubEmail: string | null
  readonly owed: Pence
  readonly statements: readonly {
    readonly id: string
    readonly year: AcademicYear
    readonly number: number
    readonly issuedAt: Temporal.Instant
    readonly closing: Pence
  }[]
}

const account = ({ organisation, hub, hubEmail, owed, statements }: OwnAccount): Html =>
  html`<h2 class="govuk-heading-m">${organisation} with ${hub}</h2>
<p class="govuk-body">${balanceInWords(owed)}.${hubEmail === null ? '' : ` Questions? Write to ${hubEmail}.`}</p>
${
  statements.length === 0
    ? html`<p class="govuk-body">No statement has been issued yet. Please pay nothing before you have one.</p>`
    : table({
        stacks: true,
        caption: `Statements of ${hub}`,
        captionClasses: 'govuk-visually-hidden',
        head: ['Statement', 'Issued', { text: 'Comes to', format: 'numeric' as const }],
        rows: statements.map((one) => [
          html`<a class="govuk-link" href="/accounts/${one.id}">${statementNumber(one.year, one.number)}</a>`,
          formatDate(localDate(one.issuedAt)),
          { text: formatMoney(one.closing), format: 'numeric' as const },
        ]),
      })
}`

type OwnGrant = {
  readonly organisation: string
  readonly rule: string
  readonly group: string
  readonly pence: Pence
  readonly status: GrantStatus
  readonly reason: string | null
}

const granted = (grants: readonly OwnGrant[]): Html =>
  table({
    stacks: true,
    caption: 'Grants and payments',
    captionClasses: 'govuk-table__caption--m',
    head: ['To', 'For', 'Group', { text: 'Amount', format: 'numeric' as const }, 'Where it stands'],
    rows: grants.map((grant) => [
      grant.organisation,
      grant.rule,
      grant.group,
      { text: formatMoney(grant.pence), format: 'numeric' as const },
      html`${grantStatusLabels[grant.status]}${grant.reason === null ? '' : html`<br><span class="govuk-body-s">${grant.reason}</span>`}`,
    ]),
  })

/** What the organisations that somebody leads owe hubs, with the statements. */
export const ownAccountsView = (
  frame: Frame,
  { accounts, grants }: { readonly accounts: readonly OwnAccount[]; readonly grants: readonly OwnGrant[] },
): Html =>
  layout(
    frame,
    {
      title: 'Accounts',
      breadcrumbs: [{ text: 'My part', href: '/my' }, { text: 'Accounts' }],
      unlisted: true,
    },
    html`<h1 class="govuk-heading-l">Accounts</h1>
${accounts.length === 0 ? emptyState({ title: 'There is no account', text: 'What a hub has confirmed that your school owes, and the statements of it, stand here.' }) : accounts.map(account)}
${grants.length > 0 && granted(grants)}`,
  )
