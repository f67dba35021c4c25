import type { Letter } from '../../../platform/mail/index.ts'
import { formatMoney, type Pence } from '../../../vocabulary/money.ts'
import { type GrantKind, grantKindLabels } from '../grant-rule.ts'

export type GrantTold = {
  readonly name: string
  readonly hub: string
  readonly hubEmail: string | null
  readonly organisation: string
  readonly group: string
  readonly kind: GrantKind
  readonly pence: Pence
  readonly restsOn: string
  readonly isOfLead: boolean
}

const around = ({ hub, hubEmail, name, organisation, group, isOfLead }: GrantTold) => ({
  greeting: `Hello ${name},`,
  after: hubEmail ? [`If you think this is wrong, write to ${hub}: ${hubEmail}`] : [],
  why: isOfLead
    ? `you lead ${group}, and the money goes to the school you work at.`
    : `${organisation} takes part in ${group} and you are its lead participant.`,
})

/** Tells a school that money has been approved for it, and what it rests on. */
export const grantApprovedLetter = (told: GrantTold): Letter => ({
  subject: `${told.hub}: ${formatMoney(told.pence)} for ${told.organisation}`,
  ...around(told),
  paragraphs: [
    `${told.hub} has approved ${formatMoney(told.pence)} for ${told.organisation}: ${grantKindLabels[told.kind].toLowerCase()}, ${told.group}.`,
    `It rests on ${told.restsOn}.`,
    'It stands on the next statement of account that the hub sends you. There is nothing you need to do.',
  ],
})

/** Tells a school that money it had been told of is not paid, or is asked for back. */
export const grantDroppedLetter = (told: GrantTold & { readonly status: 'void' | 'clawed_back' }): Letter => ({
  subject: `${told.hub}: ${formatMoney(told.pence)} for ${told.organisation} ${told.status === 'void' ? 'is not paid' : 'is asked for back'}`,
  ...around(told),
  paragraphs: [
    told.status === 'void'
      ? `${told.hub} had approved ${formatMoney(told.pence)} for ${told.organisation}, for ${told.group}. It does not pay it after all.`
      : `${told.hub} asks for ${formatMoney(told.pence)} back that it paid to ${told.organisation} for ${told.group}. It stands on the next statement of account; please do not pay before it has come.`,
  ],
})
