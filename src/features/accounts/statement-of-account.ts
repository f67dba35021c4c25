import { type AcademicYear, yearLabel } from '../../vocabulary/academic-year.ts'
import { formatMoney, type Pence } from '../../vocabulary/money.ts'

export type LineShown = {
  readonly onDate: Temporal.PlainDate
  readonly what: string
  readonly why: string
  readonly pence: Pence
}

export type StatementShown = {
  readonly id: string
  readonly hub: string
  readonly hubSlug: string
  readonly hubEmail: string | null
  readonly organisation: string
  readonly organisationId: string
  readonly year: AcademicYear
  readonly number: number
  readonly issuedAt: Temporal.Instant
  readonly broughtForward: Pence
  readonly closing: Pence
  readonly lines: readonly LineShown[]
}

/** The number of a statement as it is printed: the year of its hub, and which one of that year it is. */
export const statementNumber = (year: AcademicYear, number: number): string =>
  `${yearLabel(year)}-${String(number).padStart(3, '0')}`

/** What an account comes to, said from the side of the organisation. */
export const balanceInWords = (pence: Pence): string => {
  if (pence === 0) return 'Nothing is owed'
  return pence > 0 ? `${formatMoney(pence)} to pay` : `${formatMoney(-pence)} to be paid to you`
}

/** Each line with what is owed after it. */
export const withRunningBalance = <Line extends { readonly pence: Pence }>(
  lines: readonly Line[],
  broughtForward: Pence,
): readonly (Line & { readonly balance: Pence })[] => {
  let balance = broughtForward
  return lines.map((line) => {
    balance += line.pence
    return { ...line, balance }
  })
}
