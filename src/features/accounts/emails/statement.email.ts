import type { Letter } from '../../../platform/mail/index.ts'
import type { AcademicYear } from '../../../vocabulary/academic-year.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { formatMoney, type Pence } from '../../../vocabulary/money.ts'
import { balanceInWords, statementNumber } from '../statement-of-account.ts'

type Told = {
  readonly name: string
  readonly organisation: string
  readonly hub: string
  readonly hubEmail: string | null
  readonly year: AcademicYear
  readonly number: number
  readonly broughtForward: Pence
  readonly closing: Pence
  readonly lines: readonly {
    readonly onDate: Temporal.PlainDate
    readonly what: string
    readonly why: string
    readonly pence: Pence
  }[]
  readonly url: string
}

/** Sends an organisation its statement of account, line by line. */
export const statementLetter = (told: Told): Letter => ({
  subject: `${told.hub}: statement of account ${statementNumber(told.year, told.number)} for ${told.organisation}`,
  greeting: `Hello ${told.name},`,
  paragraphs: [
    `This is what stands between ${told.organisation} and ${told.hub}: ${balanceInWords(told.closing).toLowerCase()}.`,
    ...(told.broughtForward === 0 ? [] : [`Brought forward: ${formatMoney(told.broughtForward)}`]),
    ...told.lines.map(
      ({ onDate, what, why, pence }) => `${formatDate(onDate)}. ${what}: ${formatMoney(pence)}. ${why}`,
    ),
  ],
  action: { label: 'See and print the statement', url: told.url },
  after: [
    `Who leads ${told.organisation} in Tessellate can open it.`,
    ...(told.hubEmail
      ? [`If something is wrong with it, or you want to know how to pay, write to ${told.hub}: ${told.hubEmail}`]
      : []),
  ],
  why: `${told.organisation} has an account with ${told.hub}, and you lead it or take part for it.`,
})
