import type { Letter } from '../../../platform/mail/index.ts'

export type ActingTold = {
  readonly name: string
  readonly by: string
  readonly reason: string
  readonly until: string
  readonly where: string
}

/** Tells somebody that another acts for them, why, and where they see it. */
export const actingLetter = ({ name, by, reason, until, where }: ActingTold): Letter => ({
  subject: `${by} acts for you in Tessellate until ${until}`,
  greeting: `Hello ${name},`,
  paragraphs: [
    `${by} acts for you until ${until} at the latest, to help you. The reason given: ${reason}`,
    'What is done meanwhile is recorded under both names. How you sign in, your details and what is held about you stay closed to them.',
  ],
  action: { label: 'See who acted for you', url: where },
  after: ['If you did not ask for help, you can end it there. Then write to your hub, or to the national team.'],
  why: 'it tells you whenever somebody acts for you.',
})
