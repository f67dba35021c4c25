import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatShortDate, localDate } from '../../../vocabulary/local-time.ts'
import { formatMoney, type Pence } from '../../../vocabulary/money.ts'
import {
  balanceInWords,
  type LineShown,
  type StatementShown,
  statementNumber,
  withRunningBalance,
} from '../statement-of-account.ts'

const numeric = (text: string) => ({ text, format: 'numeric' as const })

/** Lines of an account with what is owed after each. */
export const linesTable = (lines: readonly LineShown[], broughtForward: Pence, caption: string): Html =>
  table({
    stacks: true,
    caption,
    captionClasses: 'govuk-visually-hidden',
    head: ['Date', 'What', 'Why', numeric('Amount'), numeric('Owed')],
    rows: [
      broughtForward !== 0 && ['', 'Brought forward', '', '', numeric(formatMoney(broughtForward))],
      ...withRunningBalance(lines, broughtForward).map((line) => [
        formatShortDate(line.onDate),
        line.what,
        line.why,
        numeric(formatMoney(line.pence)),
        numeric(formatMoney(line.balance)),
      ]),
    ],
  })

/** One statement of account. */
export const statementView = (
  frame: Frame,
  { statement, isStaff }: { readonly statement: StatementShown; readonly isStaff: boolean },
): Html => {
  const number = statementNumber(statement.year, statement.number)
  return layout(
    frame,
    {
      title: `Statement of account ${number}`,
      backLink: isStaff ? `/hub/${statement.hubSlug}/accounts/${statement.organisationId}` : '/my/accounts',
      unlisted: true,
      wide: true,
    },
    html`<span class="govuk-caption-l">${statement.hub}</span><h1 class="govuk-heading-l">Statement of account ${number}</h1>
${summaryList({
  rows: [
    { key: 'To', value: statement.organisation },
    { key: 'Issued', value: formatDate(localDate(statement.issuedAt)) },
    { key: 'Comes to', value: html`<strong>${balanceInWords(statement.closing)}</strong>` },
    statement.hubEmail !== null && { key: 'Questions', value: statement.hubEmail },
  ],
})}
${linesTable(statement.lines, statement.broughtForward, 'Lines of the statement')}
<p class="govuk-body"><a class="govuk-link" href="/accounts/${statement.id}.pdf">Print it (PDF)</a></p>`,
  )
}
