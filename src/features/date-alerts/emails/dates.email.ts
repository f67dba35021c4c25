import type { Letter } from '../../../platform/mail/index.ts'
import type { Offer } from '../../offers/index.ts'

type About = Pick<Offer, 'hub' | 'project' | 'contactEmail'>

const whomToAsk = ({ contactEmail, hub }: About): readonly string[] =>
  contactEmail ? [`Questions? Write to ${hub.name}: ${contactEmail}`] : []

const subjectOf = ({ hub, project }: About, what: string): string => `${hub.name}, ${project.title}: ${what}`

/** Asks whoever left an address whether it is theirs. */
export const confirmLetter = (offer: About, url: string, until: string): Letter => ({
  subject: subjectOf(offer, 'shall we tell you the dates?'),
  paragraphs: [
    `Somebody, probably you, asked us to write to this address when ${offer.hub.name} knows the dates of ${offer.project.title}.`,
    `If that was you, say so until ${until}. If it was not, do nothing: we delete the address then and do not write again.`,
  ],
  action: { label: 'Yes, tell me the dates', url },
  why: 'this address was left on the page of the offer.',
})

/** Tells whoever waits already that they do. */
export const waitingLetter = (offer: About, url: string): Letter => ({
  subject: subjectOf(offer, 'you are waiting for the dates'),
  paragraphs: [
    `You asked again to be told when ${offer.hub.name} knows the dates of ${offer.project.title}. You are on the list already: we write as soon as they are there.`,
  ],
  action: { label: 'See it, or stop it', url },
  why: 'this address was left on the page of the offer.',
})

/** Tells whoever waited that there are dates. */
export const datesLetter = (offer: About, url: string, dates: readonly string[]): Letter => ({
  subject: subjectOf(offer, 'the dates are known'),
  paragraphs: [`${offer.hub.name} has put dates to ${offer.project.title}:`, ...dates],
  action: { label: 'See the offer', url },
  after: [...whomToAsk(offer), 'We have deleted your address from the list and do not write again.'],
  why: 'you asked to be told when the dates are known.',
})

/** Tells whoever waited that there is nothing to wait for any more. */
export const endedLetter = (offer: About, url: string, sentence: string): Letter => ({
  subject: subjectOf(offer, 'this offer has ended'),
  paragraphs: [`You asked to be told the dates of ${offer.project.title}. ${sentence}`],
  action: { label: 'See the offer', url },
  after: [...whomToAsk(offer), 'We have deleted your address from the list and do not write again.'],
  why: 'you asked to be told when the dates are known.',
})
