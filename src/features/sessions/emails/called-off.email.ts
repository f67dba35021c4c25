import type { Invitation, Letter } from '../../../platform/mail/index.ts'
import { type Session, whenInWords } from '../session.ts'

/** Tells somebody who has left a group, or is not expected at some of its sessions any more, that these dates are no longer theirs. */
export const calledOffLetter = (left: {
  readonly name: string
  /** They go on in the group, and come to its other sessions. */
  readonly takesPart: boolean
  readonly hubName: string
  readonly hubEmail: string | null
  readonly groupName: string
  readonly projectTitle: string
  readonly sessions: readonly Session[]
  readonly invitations: readonly Invitation[]
}): Letter => ({
  subject: `${left.hubName}: ${left.projectTitle}, your dates are called off`,
  greeting: `Hello ${left.name},`,
  paragraphs: [
    left.takesPart
      ? `You are no longer expected at these sessions of ${left.groupName}. Your other dates stay as they are.`
      : `You no longer take part in ${left.groupName}. These dates are no longer yours:`,
    left.sessions.map((session) => whenInWords(session)).join('\n'),
    'Open what is attached to take them out of your calendar.',
  ],
  ...(left.hubEmail ? { after: [`Is this a mistake? Write to ${left.hubName}: ${left.hubEmail}`] } : {}),
  why: `you ${left.takesPart ? 'take' : 'took'} part in ${left.groupName} of ${left.hubName}.`,
  invitations: left.invitations,
})
