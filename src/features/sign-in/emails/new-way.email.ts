import type { Letter } from '../../../platform/mail/index.ts'

/** Tells somebody that a new way into their account was added: if it was not them, somebody else has been in it. */
export const newWayLetter = ({ name, what, where }: { name: string; what: string; where: string }): Letter => ({
  subject: `${what[0]?.toUpperCase()}${what.slice(1)} was added to your Tessellate account`,
  greeting: `Hello ${name},`,
  paragraphs: [`${what[0]?.toUpperCase()}${what.slice(1)} was added to your account.`],
  action: { label: 'See how you sign in', url: where },
  after: ['If this was not you, remove it there, sign out everywhere, and write to your hub.'],
  why: 'it tells you of every new way into your account.',
})
