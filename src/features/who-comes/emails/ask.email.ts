import type { Letter } from '../../../platform/mail/index.ts'
import { numberedName, type Session, whenInWords } from '../../sessions/index.ts'

/** Asks a school of a group who comes to which session. */
export const askLetter = (asked: {
  readonly name: string
  readonly organisation: string
  readonly group: { readonly name: string; readonly project: string; readonly hub: string }
  readonly sessions: readonly Session[]
  readonly url: string
}): Letter => ({
  subject: `${asked.group.hub}: who comes from ${asked.organisation}?`,
  greeting: `Hello ${asked.name},`,
  paragraphs: [
    `${asked.group.name} (${asked.group.project}) meets again. Please say who of ${asked.organisation} comes to which session:`,
    asked.sessions.map((session) => `${numberedName(session)}: ${whenInWords(session)}`).join('\n'),
    'Whoever comes gets the date in their calendar, and stands in the register of that session.',
  ],
  action: { label: 'Say who comes', url: asked.url },
  why: `you take part in ${asked.group.name} of ${asked.group.hub}.`,
})
