import type { Letter } from '../../../platform/mail/index.ts'

/** Tells a person that everything held about them can be read now; only they can, signed in. */
export const reportLetter = ({
  name,
  isAskedByThem,
  baseUrl,
}: {
  name: string
  isAskedByThem: boolean
  baseUrl: string
}): Letter => ({
  subject: 'What is held about you: your report is ready',
  greeting: `Dear ${name}`,
  paragraphs: [
    isAskedByThem
      ? 'You asked for everything that is held about you. It is ready, as a PDF to read and as a file for programs.'
      : 'Somebody of your hub or the national team asked on your behalf for everything that is held about you. It is ready, as a PDF to read and as a file for programs. Only you can open it.',
  ],
  action: { label: 'Read it', url: `${baseUrl}/account/data` },
  after: ['Sign in to read it. It is deleted after a month; you can ask again at any time.'],
  why: 'a report about you was asked for.',
})
