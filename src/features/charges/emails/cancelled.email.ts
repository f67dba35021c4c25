import type { Letter } from '../../../platform/mail/index.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { formatMoney, type Pence } from '../../../vocabulary/money.ts'

type Who = { readonly name: string; readonly group: string; readonly hub: string; readonly hubEmail: string | null }

const moneyInWords = (who: Who, proposed: Pence): string =>
  proposed === 0
    ? 'There is no charge.'
    : `Under the policy you agreed to, a charge of ${formatMoney(proposed)} has been proposed. Nothing is to be paid unless a person at ${who.hub} confirms it and writes to you.`

const whomToAsk = (who: Who): readonly string[] =>
  who.hubEmail ? [`Questions? Write to ${who.hub}: ${who.hubEmail}`] : []

/** Confirms to a participant that they gave notice not to come to a session. */
export const cancelledLetter = (given: Who & { startsAt: Temporal.Instant; proposed: Pence }): Letter => ({
  subject: `${given.group}: you will not come on ${formatInstant(given.startsAt)}`,
  greeting: `Hello ${given.name},`,
  paragraphs: [
    `You have told us that you will not come to the session of ${given.group} on ${formatInstant(given.startsAt)}.`,
    moneyInWords(given, given.proposed),
  ],
  after: whomToAsk(given),
  why: `you gave notice for a session of ${given.group}.`,
})

/** Confirms to the lead participant that their school has given up its place. */
export const placeGivenUpLetter = (
  given: Who & { organisation: string; sessions: number; proposed: Pence },
): Letter => ({
  subject: `${given.group}: ${given.organisation} has given up its place`,
  greeting: `Hello ${given.name},`,
  paragraphs: [
    `${given.organisation} has given up its place in ${given.group}. ${given.sessions === 0 ? '' : `You are all taken out of the ${given.sessions === 1 ? 'session' : `${given.sessions} sessions`} to come.`}`.trim(),
    moneyInWords(given, given.proposed),
  ],
  after: whomToAsk(given),
  why: `you gave up your school’s place in ${given.group}.`,
})
