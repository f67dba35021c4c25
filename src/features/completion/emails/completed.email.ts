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
