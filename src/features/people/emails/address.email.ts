import type { Letter } from '../../../platform/mail/index.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { daysToConfirm, maskedAddress } from '../address.ts'

const why = 'somebody signed in to Tessellate asked to be written to at another address.'

/** To the new address: is it yours? */
export const confirmAddressLetter = (asked: {
  readonly name: string
  readonly url: string
  readonly askedBy: string | null
}): Letter => ({
  subject: 'Confirm your new email address',
  greeting: `Hello ${asked.name},`,
  paragraphs: [
    asked.askedBy === null
      ? 'You asked us to write to you at this address from now on. Please confirm that it is yours. Until you do, nothing changes.'
      : `Mail does not reach you at the address we know, and ${asked.askedBy} gave us this one. Please confirm that it is yours. Until you do, nothing changes.`,
  ],
  action: { label: 'Confirm this address', url: asked.url },
  after: [`The link works for ${daysToConfirm} days. If this is not for you, you need do nothing.`],
  why: asked.askedBy === null ? why : `${asked.askedBy} was told that you are reached at this address.`,
  goesAnyway: true,
})

/** To a new address that is somebody's already: what to do instead. */
export const addressKnownLetter = (baseUrl: string): Letter => ({
  subject: 'This email address is known already',
  paragraphs: [
    'Somebody asked us to write to them at this address, but a person is known by it already. Nothing has changed.',
    'If that person is you, sign in with this address. If you have two records here, your hub can join them: ask it to.',
  ],
  action: { label: 'Sign in with this address', url: `${baseUrl}/sign-in` },
  why,
  goesAnyway: true,
})

type Stopping = { readonly name: string; readonly address: string; readonly url: string }

/** To the old address, as soon as another is asked for. */
export const changeAskedLetter = ({ name, address, url }: Stopping): Letter => ({
  subject: 'A new email address was asked for',
  greeting: `Hello ${name},`,
  paragraphs: [
    `Somebody signed in as you asked us to write to ${maskedAddress(address)} instead of this address. If it was you, you need do nothing here: confirm the new address from the mail that was sent to it.`,
    'If it was not you, stop it.',
  ],
  action: { label: 'Stop this change', url },
  why,
  goesAnyway: true,
})

/** To the old address, once the new one is confirmed: it can still be stopped for a week. */
export const changeConfirmedLetter = ({
  name,
  address,
  url,
  until,
}: Stopping & { until: Temporal.Instant }): Letter => ({
  subject: 'Your email address has been changed',
  greeting: `Hello ${name},`,
  paragraphs: [
    `From now on we write to ${maskedAddress(address)} instead of this address.`,
    `If this was not you, stop it by ${formatInstant(until)}: we then write here again, and whoever is signed in as you is signed out.`,
  ],
  action: { label: 'Stop this change', url },
  why,
})
