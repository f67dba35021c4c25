import type { Letter } from '../../../platform/mail/index.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { Leaving } from './leaving.email.ts'

const way = ({ from, to }: Leaving): string => (to === null ? `leave ${from}` : `move from ${from} to ${to}`)

/** To the person: what will happen on the day, and how it is taken back. */
export const ownComingMoveLetter = (
  coming: Leaving & { readonly isSaidByOther: boolean; readonly url: string },
): Letter => ({
  subject: `On ${formatDate(coming.on)} you ${way(coming)}`,
  greeting: `Hello ${coming.name},`,
  paragraphs: [
    `${coming.isSaidByOther ? 'We were told' : 'You told us'} that you ${way(coming)} on ${formatDate(coming.on)}. Nothing changes before that day: you stay named for ${coming.from}, and your dates stand.`,
    `On the day what you do at ${coming.from} is ended here, and the hub is asked about each group you take part in.`,
  ],
  action: { label: 'See it, or take it back', url: coming.url },
  why: `you work at ${coming.from}.`,
})

/** To those who lead the organisation, and to the staff of hubs in whose groups the person takes part. */
export const comingMoveLetter = (
  coming: Leaving & { readonly greeting: string; readonly url: string; readonly why: string },
): Letter => ({
  subject: `${coming.name} will leave ${coming.from} on ${formatDate(coming.on)}`,
  greeting: `Hello ${coming.greeting},`,
  paragraphs: [
    `${coming.name} will ${way(coming)} on ${formatDate(coming.on)}. Nothing changes before that day.`,
    'Think of who follows: what becomes of each place in a group is asked on the day, and decided by the hub with the school.',
  ],
  action: { label: 'See who is there', url: coming.url },
  after: ['If this is wrong, it can be taken back there until the day.'],
  why: coming.why,
})

/** To everybody who was told of it: it does not come. */
export const moveNotComingLetter = (
  coming: Leaving & { readonly greeting: string; readonly because: string; readonly why: string },
): Letter => ({
  subject: `${coming.name} does not leave ${coming.from} on ${formatDate(coming.on)}`,
  greeting: `Hello ${coming.greeting},`,
  paragraphs: [
    `We told you that ${coming.name} would ${way(coming)} on ${formatDate(coming.on)}. ${coming.because}`,
    'Nothing has been changed.',
  ],
  why: coming.why,
})
