import type { Invitation, Letter } from '../../../platform/mail/index.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { numberedName, type Session, whenInWords } from '../../sessions/index.ts'

export type About = {
  readonly groupId: string
  readonly group: string
  readonly from: Temporal.PlainDate
  readonly oldLead: string
  readonly newLead: string
  readonly url: string
}

type Changed = {
  readonly name: string
  readonly sessions: readonly Session[]
  readonly invitations: readonly Invitation[]
}

const listed = (sessions: readonly Session[]): string =>
  sessions.map((session) => `${numberedName(session)}: ${whenInWords(session)}`).join('\n')

/** Tells whoever leads a group no more, and takes its dates out of their calendar. */
export const oldLeadLetter = (about: About, { name, sessions, invitations }: Changed): Letter => ({
  subject: `${about.group}: ${about.newLead} leads it from ${formatDate(about.from)}`,
  greeting: `Hello ${name},`,
  paragraphs: [
    `${about.newLead} leads ${about.group} from ${formatDate(about.from)}. Until then it is yours as before; from then on its register, tasks and people are no longer open to you.`,
    ...(sessions.length > 0
      ? ['These dates are no longer yours. Open what is attached to take them out of your calendar:', listed(sessions)]
      : []),
    'Is there a register on a phone or tablet of yours that has not been sent? Open it with a network: what you marked until then is taken.',
    'Thank you for leading it. What you led stays on your record.',
  ],
  after: ['Is this a mistake? Write to your hub.'],
  why: `you led ${about.group}.`,
  invitations,
})

/** Tells whoever leads a group from now on, with its dates. */
export const newLeadLetter = (about: About, { name, sessions, invitations }: Changed): Letter => ({
  subject: `${about.group}: you lead it from ${formatDate(about.from)}`,
  greeting: `Hello ${name},`,
  paragraphs: [
    `From ${formatDate(about.from)} you lead ${about.group} in the place of ${about.oldLead}: its dates, register, tasks and page are yours.`,
    ...(sessions.length > 0
      ? ['Its dates, for your calendar:', listed(sessions)]
      : ['No date of it is confirmed yet.']),
  ],
  action: { label: 'See the group', url: about.url },
  why: `you lead ${about.group}.`,
  invitations,
})

/** Tells somebody who takes part, and whose school perhaps hosts, who leads their group from now on. */
export const memberLetter = (
  about: About,
  { name, hosts }: { readonly name: string; readonly hosts: readonly number[] },
): Letter => ({
  subject: `${about.group}: ${about.newLead} leads it from ${formatDate(about.from)}`,
  greeting: `Hello ${name},`,
  paragraphs: [
    `From ${formatDate(about.from)} ${about.newLead} leads ${about.group} in the place of ${about.oldLead}. The dates stay as they are.`,
    ...(hosts.length > 0
      ? [
          `Your school hosts ${hosts.length === 1 ? `session ${hosts[0]}` : `sessions ${hosts.join(', ')}`}: ${about.newLead} will come to you, and this stays as agreed.`,
        ]
      : []),
  ],
  why: `you take part in ${about.group}.`,
})
