import type { Letter } from '../../../platform/mail/index.ts'

type About = {
  readonly name: string
  readonly project: string
  readonly group: string
  readonly hub: string
  readonly hubEmail: string | null
}

const whomToAsk = ({ hub, hubEmail }: About): readonly string[] =>
  hubEmail ? [`Questions? Write to ${hub}: ${hubEmail}`] : []

/** Sends a participant the way to their statement of participation. */
export const statementLetter = (told: About & { code: string; sessions: string; url: string }): Letter => ({
  subject: `${told.project}: your statement of participation`,
  greeting: `Hello ${told.name},`,
  paragraphs: [`${told.group} has come to its end. Thank you for taking part in ${told.sessions}.`],
  action: { label: 'Open your statement (PDF)', url: `${told.url}.pdf` },
  after: [`Its code is ${told.code}. Anyone you show it to can check it at ${told.url}`, ...whomToAsk(told)],
  why: `you took part in ${told.group}.`,
})

/** Invites a school to the next stage of its pathway. */
export const nextStageLetter = (
  told: About & { organisation: string; stage: string; next: string; url: string },
): Letter => ({
  subject: `${told.organisation}: after ${told.stage} comes ${told.next}`,
  greeting: `Hello ${told.name},`,
  paragraphs: [
    `${told.organisation} has completed the stage ${told.stage} with ${told.group}. The next stage is ${told.next}, and we would be glad to see your school there.`,
    'The page shows what your school can join, and why. Offers of the coming year stand there as soon as your hub has made them.',
  ],
  action: { label: 'See what your school can join', url: told.url },
  after: whomToAsk(told),
  why: `you were the lead participant of ${told.organisation} in ${told.group}.`,
})
