import type { Letter } from '../../../platform/mail/index.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'

type About = {
  readonly hub: string
  readonly project: string
  readonly organisation: string
  readonly closesOn: Temporal.PlainDate | null
  readonly until: Temporal.PlainDate
}

const byWhen = ({ closesOn, until }: About): string =>
  closesOn
    ? `Requests can be sent until the end of ${formatDate(closesOn)}.`
    : `The form is kept until ${formatDate(until)}.`

/** The link with which whoever began a form goes on. */
export const resumeLetter = (about: About, url: string): Letter => ({
  subject: `${about.hub}: ${about.project} – go on with your form`,
  paragraphs: [
    `What you have typed so far for ${about.organisation} is kept. Nothing has been sent to ${about.hub} yet.`,
    byWhen(about),
  ],
  action: { label: 'Go on with the form', url },
  after: ['Whoever has this link can read and change what is in the form. Keep it to yourself.'],
  why: 'somebody asked for the link to this form with this address.',
})

/** A colleague is asked to help. */
export const colleagueLetter = (
  about: About & { readonly name: string; readonly from: string },
  url: string,
): Letter => ({
  subject: `${about.hub}: ${about.project} – ${about.from} asks for your help`,
  greeting: `Hello ${about.name},`,
  paragraphs: [
    `${about.from} is asking for ${about.organisation} to join ${about.project} with ${about.hub}, and would like you to help with the form.`,
    `You can fill in and correct all of it; ${about.from} sends it. ${byWhen(about)}`,
  ],
  action: { label: 'Open the form', url },
  after: ['The link is yours alone, and can be stopped by whoever sent it.'],
  why: `${about.from} named you as a colleague who can help.`,
})
