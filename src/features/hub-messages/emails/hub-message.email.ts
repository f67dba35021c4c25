import type { Letter } from '../../../platform/mail/index.ts'
import type { Interest } from '../../interest/index.ts'
import { filledIn, paragraphsOf } from '../message-text.ts'

type Text = { readonly subject: string; readonly body: string }

/** A hub's own words to whoever asked, with its blanks filled in. */
export const hubMessageLetter = (
  interest: Interest,
  { subject, body }: Text,
  { dates, url }: { dates: string; url: string },
): Letter => {
  const values = {
    name: interest.sender.name,
    school: interest.organisation.name,
    project: interest.projectTitle,
    hub: interest.hub.name,
    dates,
    contact: interest.contactEmail ?? interest.hub.name,
    'status link': url,
  }
  return {
    subject: `${interest.hub.name}: ${filledIn(subject, values)}`,
    greeting: `Hello ${interest.sender.name},`,
    paragraphs: paragraphsOf(filledIn(body, values)),
    action: { label: 'See where your request stands', url },
    after: [
      interest.contactEmail
        ? `Any question? Write to ${interest.hub.name} at ${interest.contactEmail}.`
        : `Any question? Ask ${interest.hub.name}.`,
    ],
    why: `you sent the ${interest.requestWord} of ${interest.organisation.name}. Mail about a request of yours is part of the service: it comes whatever other mail you have stopped.`,
  }
}
