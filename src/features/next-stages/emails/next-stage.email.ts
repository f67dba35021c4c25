import type { Letter } from '../../../platform/mail/index.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { InvitationSeen } from '../invitation.ts'

export type FromHub = { readonly name: string; readonly email: string | null; readonly baseUrl: string }

/** Invites a school to the next stage of its pathway: to the hub's offer of it where there is one, else to all it can join. */
export const nextStageLetter = (invitation: InvitationSeen, name: string, hub: FromHub): Letter => {
  const { organisation, stage, next, group, offer, urn } = invitation
  const done = `${organisation} has completed the stage ${stage} with ${group}. The next stage is ${next}, and we would be glad to see your school there.`
  return {
    subject: `${hub.name}: after ${stage} comes ${next}`,
    greeting: `Hello ${name},`,
    paragraphs: offer
      ? [done, `${hub.name} offers ${offer.title} in ${yearLabel(academicYear(offer.year))}.`]
      : [
          done,
          'The page shows what your school can join, and why. Our offers stand there as soon as they are published.',
        ],
    action: offer
      ? { label: `Read about ${offer.title}`, url: `${hub.baseUrl}${offer.path}` }
      : {
          label: 'See what your school can join',
          url: `${hub.baseUrl}${urn === null ? '/projects' : `/schools/${urn}`}`,
        },
    after: hub.email ? [`Questions? Write to ${hub.name}: ${hub.email}`] : [],
    why: `you took part in ${group} for ${organisation}, or lead its work with us.`,
  }
}

/** Tells the hub that invitations wait for its word. */
export const invitationsWaitLetter = (about: {
  group: string
  schools: number
  next: string
  hub: string
  url: string
}): Letter => ({
  subject: `${about.hub}: ${about.schools === 1 ? 'one school' : `${about.schools} schools`} to invite to ${about.next}`,
  paragraphs: [
    `The year of ${about.group} is completed. ${about.schools === 1 ? 'One invitation' : `${about.schools} invitations`} to the next stage, ${about.next}, ${about.schools === 1 ? 'is' : 'are'} prepared. Nothing is sent before you say so.`,
  ],
  action: { label: 'Look at the invitations', url: about.url },
  why: 'this is the address of your hub.',
})
