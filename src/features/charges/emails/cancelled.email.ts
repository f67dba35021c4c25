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
export const cancelledLetter = (given: Who & { sessions: readonly Temporal.Instant[]; proposed: Pence }): Letter => {
  const dates = given.sessions.map((startsAt) => formatInstant(startsAt))
  const [only = ''] = dates
  return {
    subject: `${given.group}: you will not come ${dates.length === 1 ? `on ${only}` : `to ${dates.length} sessions`}`,
    greeting: `Hello ${given.name},`,
    paragraphs: [
      dates.length === 1
        ? `We have been told that you will not come to the session of ${given.group} on ${only}.`
        : `We have been told that you will not come to these sessions of ${given.group}: ${dates.join('; ')}.`,
      moneyInWords(given, given.proposed),
      'If you can come after all, take it back at your dates before the session begins.',
    ],
    after: whomToAsk(given),
    why: `notice was given that you will not come to ${given.group}.`,
  }
}

/** Confirms to a participant that they come to a session after all. */
export const noticeTakenBackLetter = (given: Who & { startsAt: Temporal.Instant; stands: boolean }): Letter => ({
  subject: `${given.group}: you will come on ${formatInstant(given.startsAt)} after all`,
  greeting: `Hello ${given.name},`,
  paragraphs: [
    `Notice that you would not come to the session of ${given.group} on ${formatInstant(given.startsAt)} has been taken back: you are expected.`,
    given.stands
      ? `${given.hub} had confirmed a charge for it. A person there decides what becomes of it.`
      : 'Nothing is charged for the notice.',
  ],
  after: whomToAsk(given),
  why: `notice you had given for ${given.group} was taken back.`,
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
