import { formatDate, formatShortDate, localDate } from '../../vocabulary/local-time.ts'
import { formatMoney } from '../../vocabulary/money.ts'
import { balanceInWords, type StatementShown, statementNumber, withRunningBalance } from './statement-of-account.ts'

/** What the printed statement says, in the words of the page. */
export const statementPrinted = (statement: StatementShown) => ({
  number: statementNumber(statement.year, statement.number),
  hub: statement.hub,
  hubEmail: statement.hubEmail,
  organisation: statement.organisation,
  issued: formatDate(localDate(statement.issuedAt)),
  broughtForward: statement.broughtForward === 0 ? null : formatMoney(statement.broughtForward),
  lines: withRunningBalance(statement.lines, statement.broughtForward).map((line) => ({
    date: formatShortDate(line.onDate),
    what: line.what,
    why: line.why,
    amount: formatMoney(line.pence),
    balance: formatMoney(line.balance),
  })),
  closingWords: balanceInWords(statement.closing),
  after: [
    `Every charge follows the version of the cancellation policy that was agreed to when ${statement.organisation} asked to join, and was decided by a person at ${statement.hub}.`,
    ...(statement.hubEmail
      ? [`If you think that something is wrong, or have a question about how to pay, write to ${statement.hubEmail}.`]
      : []),
  ],
})
