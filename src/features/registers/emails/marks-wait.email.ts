import type { Letter } from '../../../platform/mail/index.ts'

export type MarksWait = {
  readonly group: string
  readonly hub: string
  readonly number: number
  readonly by: string
  readonly url: string
}

/** Tells whoever works on a group that marks have arrived from somebody who works on it no longer. */
export const marksWaitLetter = (
  { group, hub, number, by, url }: MarksWait,
  { name, as }: { readonly name: string; readonly as: string },
): Letter => ({
  subject: `${hub}: marks of ${group} wait for you`,
  greeting: `Hello ${name},`,
  paragraphs: [
    `${by}, who worked on ${group} before, has sent marks or names for session ${number} that cannot be taken as they are. Nothing of them is lost.`,
    'Open the register and say what becomes of each.',
  ],
  action: { label: 'Open the register', url },
  why: `${as}.`,
})
