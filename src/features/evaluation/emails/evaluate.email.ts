import type { Letter } from '../../../platform/mail/index.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'

type Asked = {
  readonly name: string
  readonly group: string
  readonly project: string
  readonly questions: number
  readonly closesOn: Temporal.PlainDate
  readonly url: string
}

/** Asks a participant what came of it, with a personal link. */
export const evaluateLetter = (asked: Asked): Letter => ({
  subject: `${asked.project}: what did it bring you? Until ${formatDate(asked.closesOn)}`,
  greeting: `Hello ${asked.name},`,
  paragraphs: [
    `${asked.group} comes to its end. Please tell us how far ${asked.project} has kept its promises: ${asked.questions === 1 ? 'one question' : `${asked.questions} questions`}, about three minutes.`,
    'What you say is shown as figures only, and your words without your name.',
  ],
  action: { label: 'Answer the questions', url: asked.url },
  after: [`You can answer, and change your answers, until ${formatDate(asked.closesOn)}.`],
  why: `you take part in ${asked.group}.`,
})
