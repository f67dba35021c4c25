import type { Letter } from '../../../platform/mail/index.ts'

export type Followed = {
  readonly predecessor: string
  readonly successor: string
  readonly moved: readonly string[]
  readonly open: readonly string[]
  readonly url: string
}

/** A school has closed and another follows it: what becomes of its part in the hub's work. */
export const followedEmail = ({ predecessor, successor, moved, open, url }: Followed): Letter => ({
  subject: `${predecessor} is now ${successor}`,
  greeting: 'Hello',
  paragraphs: [
    `${predecessor} has closed, and ${successor} follows it in the register of schools.`,
    ...(moved.length > 0
      ? [
          `What it takes part in goes on under the new school: ${moved.join('; ')}. What it has finished stays told of the old one.`,
        ]
      : []),
    ...(open.length > 0
      ? [
          `Both schools have a part in ${open.join('; ')}. The national team decides what becomes of it; tell them what you know.`,
        ]
      : []),
  ],
  action: { label: 'See your hub’s work', url },
  why: 'you work for a hub that the school takes part with.',
})
