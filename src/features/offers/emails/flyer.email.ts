import type { Letter } from '../../../platform/mail/index.ts'
import type { ProseBlock } from '../../../vocabulary/prose.ts'
import type { Flyer } from '../flyer.ts'
import type { FlyerBlock } from '../flyer-sections.ts'

type Sent = { readonly flyer: Flyer; readonly sender: string; readonly note: string | null }

const written = (block: FlyerBlock): ProseBlock =>
  block.kind === 'dates'
    ? {
        kind: 'list',
        items: block.rows.map(({ when, where }) => ({
          spans: [{ text: where ? `${when}: ${where}` : when, strong: false }],
        })),
      }
    : block

const facts = ({ facts: all }: Flyer): ProseBlock => ({
  kind: 'list',
  items: all.map(({ label, value }) => ({
    spans: [
      { text: `${label}: `, strong: true },
      { text: value, strong: false },
    ],
  })),
})

/** A flyer as it is sent by mail: the same text, with the way to the page that is kept up to date. */
export const flyerLetter = ({ flyer, sender, note }: Sent): Letter => ({
  subject: `${flyer.hub}: ${flyer.title}`,
  paragraphs: [
    ...(note ? [note] : []),
    `${flyer.title}, ${[`${flyer.network} ${flyer.year}`, flyer.code].filter(Boolean).join(', ')}, offered by ${flyer.hub}.`,
  ],
  action: { label: flyer.canAsk ? 'Read it and ask to join' : 'Read it on its page', url: flyer.short },
  sections: [
    { heading: 'At a glance', blocks: [facts(flyer)] },
    ...flyer.sections.map(({ heading, blocks }) => ({ heading, blocks: blocks.map(written) })),
  ],
  after: [`This text was made on ${flyer.made}. Its page says what has changed since: ${flyer.short}`],
  why: `${sender} at ${flyer.hub} sent you this flyer. You are on no list because of it.`,
})
