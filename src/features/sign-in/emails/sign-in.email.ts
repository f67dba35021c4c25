import type { Letter } from '../../../platform/mail/index.ts'

/** The mail with a sign-in link and a code to type on another device. */
export const signInLetter = ({
  name,
  url,
  code,
  minutes,
}: {
  name: string
  url: string
  code: string
  minutes: number
}): Letter => ({
  subject: `${code} is your Tessellate sign-in code`,
  greeting: `Hello ${name},`,
  paragraphs: ['Use this link to sign in. It works once.'],
  action: { label: 'Sign in to Tessellate', url },
  after: [
    `Signing in on another device? Type this code there: ${code}`,
    `The link and the code work for ${minutes} minutes. If you did not ask for them, you need do nothing.`,
  ],
  why: 'somebody asked to sign in to Tessellate with this address.',
  goesAnyway: true,
})

/** What somebody gets whose address is not known here: what to do instead. */
export const unknownAddressLetter = (baseUrl: string): Letter => ({
  subject: 'Signing in to Tessellate: this address is not known',
  paragraphs: [
    'Somebody, probably you, asked to sign in with this address, but we do not know it yet.',
    'You need no account to see what your school can join or to express interest. If your hub already knows you by another address, use that one, or ask the hub to add this one.',
  ],
  action: { label: 'Find your hub', url: `${baseUrl}/hubs` },
  why: 'somebody asked to sign in to Tessellate with this address. If it was not you, you need do nothing.',
  goesAnyway: true,
})
