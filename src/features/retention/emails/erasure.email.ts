import type { Letter } from '../../../platform/mail/index.ts'

/** Tells a person why they were not erased, and what they can do. */
export const refusedLetter = ({
  name,
  reason,
  baseUrl,
}: {
  name: string
  reason: string
  baseUrl: string
}): Letter => ({
  subject: 'Your request to be erased was refused',
  greeting: `Dear ${name}`,
  paragraphs: [
    'You asked us to erase what we hold about you. We have looked at it and cannot do so now. The reason is:',
    reason,
    'You can ask again when this has changed. If you think this is wrong, you can complain to the Information Commissioner’s Office at ico.org.uk.',
  ],
  action: { label: 'See what is held about you', url: `${baseUrl}/account/data` },
  why: 'you asked to be erased.',
})
