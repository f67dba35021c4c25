import type { Letter } from '../../../platform/mail/index.ts'
import { type RoleName, roleLabels } from '../../../vocabulary/actor.ts'

/** Tells somebody that a part they held has been ended. */
export const roleEndedLetter = (ended: { name: string; role: RoleName; at: string | null }): Letter => ({
  subject: `Your part as ${roleLabels[ended.role].toLowerCase()} has ended`,
  greeting: `Hello ${ended.name},`,
  paragraphs: [
    `You are no longer ${roleLabels[ended.role].toLowerCase()}${ended.at ? ` at ${ended.at}` : ''} in Tessellate. What you take part in is not touched by this.`,
  ],
  after: ['If this is a mistake, write to whoever runs your hub or school: they can give the part back.'],
  why: 'you held this part.',
})
