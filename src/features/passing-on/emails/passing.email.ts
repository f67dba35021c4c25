import type { Letter } from '../../../platform/mail/index.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { Interest } from '../../interest/index.ts'
import type { Passing } from '../passing.ts'

const sent = (interest: Interest): string => `you sent the ${interest.requestWord} of ${interest.organisation.name}.`

const ask = ({ contactEmail, hub }: Interest): string =>
  contactEmail ? `Any question? Write to ${hub.name} at ${contactEmail}.` : `Any question? Ask ${hub.name}.`

/** Asks the school whether its request may go to another hub. */
export const askToAgreeLetter = (
  interest: Interest,
  { offer, word }: Passing,
  { url, until }: { url: string; until: Temporal.PlainDate },
): Letter => ({
  subject: `${interest.hub.name}: ${interest.projectTitle} – may your request go to ${offer.hub}?`,
  greeting: `Hello ${interest.sender.name},`,
  paragraphs: [
    `${interest.hub.name} would like to pass the request of ${interest.organisation.name} for ${interest.projectTitle} on to ${offer.hub}, which offers the same project. They write: ${word}`,
    `${offer.hub} sees nothing of it unless you agree. Until they have taken it, your request stays with ${interest.hub.name} and keeps its turn.`,
  ],
  action: { label: 'See what would be passed on, and answer', url },
  after: [`Answer by ${formatDate(until)}; without an answer nothing is passed on. ${ask(interest)}`],
  why: sent(interest),
})

/** Tells the other hub that there is a request before it. */
export const passedToYouLetter = (
  interest: Interest,
  { word }: Passing,
  { url, hub }: { url: string; hub: string },
): Letter => ({
  subject: `${interest.projectTitle}: ${interest.hub.name} passes a request on to you`,
  paragraphs: [
    `${interest.organisation.name} has agreed that its request for ${interest.projectTitle} goes to you. ${interest.hub.name} writes: ${word}`,
    'Take it into one of your offers, or send it back with a reason.',
  ],
  action: { label: 'Look at it', url },
  why: `you are on the staff of ${hub}.`,
})

/** Tells the hub that asked what came of it. */
export const cameOfItLetter = (interest: Interest, sentence: string, url: string): Letter => ({
  subject: `${interest.projectTitle}: ${interest.organisation.name}, which you would pass on`,
  paragraphs: [sentence],
  action: { label: 'Look at it', url },
  why: `you are on the staff of ${interest.hub.name}.`,
})

/** Tells the school that the other hub cannot take it. */
export const sentBackLetter = (
  interest: Interest,
  { offer }: Passing,
  { reason, url }: { reason: string; url: string },
): Letter => ({
  subject: `${interest.hub.name}: ${interest.projectTitle} – your request stays with us`,
  greeting: `Hello ${interest.sender.name},`,
  paragraphs: [
    `${offer.hub} cannot take the request of ${interest.organisation.name}. They write: ${reason}`,
    `It is with ${interest.hub.name} as before, and has kept its turn.`,
  ],
  action: { label: 'See where your request stands', url },
  after: [ask(interest)],
  why: sent(interest),
})
