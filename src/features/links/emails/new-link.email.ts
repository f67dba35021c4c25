import type { Letter } from '../../../platform/mail/index.ts'

type NewLinks = {
  readonly name: string
  readonly hub: string
  readonly about: string
  readonly how: 'stopped' | 'expired'
  readonly links: readonly { readonly label: string; readonly url: string }[]
}

/** Gives whom it was meant for new links, because the old ones were stopped or their time was over. */
export const newLinkLetter = ({ name, hub, about, how, links }: NewLinks): Letter => {
  const [first, ...others] = links
  return {
    subject: `A new link for ${about}`,
    greeting: `Hello ${name},`,
    paragraphs: [
      how === 'stopped'
        ? `${hub} has stopped every link that was mailed about ${about}, in case one of them reached somebody else. Nothing else has changed.`
        : `A link that ${hub} had mailed about ${about} was opened after its time was over. This is a new one.`,
    ],
    ...(first ? { action: first } : {}),
    after: [
      ...others.map(({ label, url }) => `${label}:\n${url}`),
      'Do not pass these links on: whoever holds one speaks for you.',
    ],
    why:
      how === 'stopped'
        ? 'earlier links that were sent to you no longer open.'
        : 'a link that was sent to you had expired, and somebody who holds it asked for a new one.',
  }
}
