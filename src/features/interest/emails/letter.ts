import type { Letter } from '../../../platform/mail/index.ts'
import type { Interest } from '../expression-of-interest.ts'

type Told = { readonly subject: string; readonly paragraphs: readonly string[]; readonly label?: string }

/** A letter to who asked about what has become of their request. */
export const letterToSender = (interest: Interest, url: string, { subject, paragraphs, label }: Told): Letter => ({
  subject: `${interest.hub.name}: ${interest.projectTitle} – ${subject}`,
  greeting: `Hello ${interest.sender.name},`,
  paragraphs,
  action: { label: label ?? 'See where your request stands', url },
  after: [
    interest.contactEmail
      ? `Any question? Write to ${interest.hub.name} at ${interest.contactEmail}.`
      : `Any question? Ask ${interest.hub.name}.`,
  ],
  why: `you sent the ${interest.requestWord} of ${interest.organisation.name}.`,
})
