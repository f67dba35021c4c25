import type { Letter } from '../../../platform/mail/index.ts'

export type Stopped = { readonly name: string; readonly hub: string; readonly project: string; readonly url: string }

/** Tells who asked that the links they were sent open no more, and gives them a new one. */
export const stoppedLetter = ({ name, hub, project, url }: Stopped): Letter => ({
  subject: `A new link for your request to join ${project}`,
  greeting: `Hello ${name},`,
  paragraphs: [
    `${hub} has stopped every link that was mailed about your request to join ${project}, in case one of them reached somebody else. Nothing about the request has changed.`,
  ],
  action: { label: 'See where it stands', url },
  after: ['Do not pass this link on: whoever holds it speaks for your request.'],
  why: 'you asked to join, and earlier links about it no longer open.',
})
