import type { Letter } from '../../../platform/mail/index.ts'

/** Two records of somebody have become one: told at every address that signs in from now on. */
export const mergedEmail = ({
  name,
  addresses,
  url,
}: {
  name: string
  addresses: readonly string[]
  url: string
}): Letter => ({
  subject: 'Your two records have become one',
  greeting: `Dear ${name}`,
  paragraphs: [
    'You were known to us twice, under two email addresses. The two records have been put together: your groups, places and messages are all in one place now.',
    `You can sign in with each of these addresses: ${addresses.join(', ')}. If one of them is not yours, tell your hub at once: this can be undone for thirty days.`,
  ],
  action: { label: 'See your details', url },
  why: 'something about how you sign in has changed.',
})
