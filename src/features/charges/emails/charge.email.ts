import type { Letter } from '../../../platform/mail/index.ts'
import { formatMoney } from '../../../vocabulary/money.ts'
import type { ChargeCause, Evidence } from '../charge.ts'
import { reasonInWords } from '../reason-in-words.ts'

export type ChargeTold = {
  readonly name: string
  readonly organisation: string
  readonly group: string
  readonly hub: string
  readonly hubEmail: string | null
  readonly participant: string
  readonly cause: ChargeCause
  readonly amountPence: number
  readonly evidence: Evidence
}

const whomToAsk = (told: ChargeTold): readonly string[] =>
  told.hubEmail
    ? [`If you think this is wrong, or something stood in the way, write to ${told.hub}: ${told.hubEmail}`]
    : []

/** Tells a school that a charge has been confirmed, why, and whom to ask. */
export const chargeConfirmedLetter = (told: ChargeTold): Letter => ({
  subject: `${told.hub}: a charge of ${formatMoney(told.amountPence)} for ${told.group}`,
  greeting: `Hello ${told.name},`,
  paragraphs: [
    `${told.hub} charges ${told.organisation} ${formatMoney(told.amountPence)} for ${told.group}.`,
    reasonInWords(told),
    `The policy you agreed to says: “${told.evidence.wording}”`,
    'It stands on the next statement of account that the hub sends you. Please do not pay before it has.',
  ],
  after: whomToAsk(told),
  why: `${told.organisation} takes part in ${told.group} and you are its lead participant.`,
})

/** Tells a school that a charge which had been confirmed is asked for no longer. */
export const chargeDroppedLetter = (told: ChargeTold & { status: 'waived' | 'credited' }): Letter => ({
  subject: `${told.hub}: the charge of ${formatMoney(told.amountPence)} for ${told.group} is ${told.status}`,
  greeting: `Hello ${told.name},`,
  paragraphs: [
    told.status === 'waived'
      ? `${told.hub} has waived the charge of ${formatMoney(told.amountPence)} for ${told.group}: there is nothing to pay.`
      : `${told.hub} has credited the charge of ${formatMoney(told.amountPence)} for ${told.group}. What you have paid is given back.`,
  ],
  after: whomToAsk(told),
  why: `we had written to you about this charge before.`,
})
