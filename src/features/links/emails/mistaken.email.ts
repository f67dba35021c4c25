import type { Letter } from '../../../platform/mail/index.ts'

/** Tells the hub that a link reached the wrong person, and where it sends a new one. */
export const mistakenLetter = ({ about, url }: { readonly about: string; readonly url: string }): Letter => ({
  subject: `A link reached the wrong person: ${about}`,
  paragraphs: [
    `Somebody who opened a link about ${about} says that it was sent to them by mistake. Every link that was mailed about it opens no more.`,
    'Check the address first. Then send a new link from the page below.',
  ],
  action: { label: 'Check the address and send a new link', url },
  why: 'you look after this for your hub.',
})
