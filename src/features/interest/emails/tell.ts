import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { linkToken } from '../../../platform/links.ts'
import { type Letter, post } from '../../../platform/mail/index.ts'
import type { LinkPurpose } from '../../../vocabulary/link-purpose.ts'
import { hubStaffAddresses } from '../../people/index.ts'
import type { Interest } from '../expression-of-interest.ts'
import { freePlaceLetter } from './deciding.email.ts'

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

/** Writes to the staff of the hubs concerned that a place is free and there is too little time to ask: once a day for a group. */
export const tellHubsOfFreePlace = async (
  tx: Transaction,
  context: Context,
  group: { readonly id: string; readonly hubId: string; readonly name: string; readonly projectTitle: string },
  nextHubId: string | null,
): Promise<void> => {
  const letter = freePlaceLetter(group, `${context.config.baseUrl}/groups/${group.id}`)
  for (const hubId of new Set([group.hubId, nextHubId ?? group.hubId]))
    for (const to of await hubStaffAddresses(tx, hubId, context.today))
      await post(tx, context, to, letter, `group:${group.id}:free:${context.today}:${to.personId}`)
}
