import type { Letter } from '../../../platform/mail/index.ts'
import type { Arranged } from '../arranged.ts'

/** Tells who arranged it that one group could not become part of another when the time came. */
export const notJoinedLetter = ({ from, into }: Arranged, whyNot: string, url: string): Letter => ({
  subject: `${from} has not become part of ${into}`,
  paragraphs: [
    `You arranged that ${from} becomes part of ${into}. In the ten minutes since then something has changed, and it was not done. Nobody has been told anything.`,
    `Why not: ${whyNot}`,
  ],
  action: { label: 'See the group', url },
  why: 'you arranged it.',
})
