import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { linkToken } from '../../../platform/links.ts'
import { type Letter, post } from '../../../platform/mail/index.ts'
import type { LinkPurpose } from '../../../vocabulary/link-purpose.ts'
import { hubStaffAddresses } from '../../people/index.ts'
import type { Interest } from '../expression-of-interest.ts'

/** How long a link about one request stays good: until well after its year. */
export const daysALinkLasts = 500

const pathOf = {
  status: 'status',
  place: 'place',
  headteacher: 'headteacher',
  'confirm-interest': 'confirm-interest',
} as const

export const linkTo = (
  { config }: Context,
  purpose: keyof typeof pathOf & LinkPurpose,
  interestId: string,
  days = daysALinkLasts,
): string => `${config.baseUrl}/${pathOf[purpose]}/${linkToken(config, purpose, interestId, days)}`

type Draw = (interest: Interest, url: string) => Letter
type About = { readonly tx: Transaction; readonly context: Context; readonly interest: Interest }

/** Writes to the sender of a request; `what` and the moment make the message the only one of its kind. */
export const tellSender = (
  { tx, context, interest }: About,
  draw: Draw,
  what: string,
  purpose: 'status' | 'place' = 'status',
): Promise<void> =>
  post(
    tx,
    context,
    { address: interest.sender.email, personId: interest.sender.personId },
    draw(interest, linkTo(context, purpose, interest.id)),
    `interest:${interest.id}:${what}`,
  )

/** Writes to the staff of the hub, or to its public address where nobody is known. */
export const tellHub = async ({ tx, context, interest }: About, draw: Draw, what: string): Promise<void> => {
  const staff = await hubStaffAddresses(tx, interest.hub.id, context.today)
  const url = `${context.config.baseUrl}/hub/${interest.hub.slug}/interest/${interest.id}`
  const letter = draw(interest, url)
  const nobody = staff.length === 0 && interest.contactEmail ? [{ address: interest.contactEmail, personId: null }] : []
  for (const to of [...staff, ...nobody])
    await post(tx, context, to, letter, `interest:${interest.id}:${what}:hub:${to.personId ?? 'contact'}`)
}
