import type { Letter } from '../../../platform/mail/index.ts'
import type { Offer } from '../../offers/index.ts'
import type { WaitedFor } from '../date-alert.ts'

type About = Pick<Offer, 'hub' | 'project' | 'contactEmail'>

const whomToAsk = ({ contactEmail, hub }: About): readonly string[] =>
  contactEmail ? [`Questions? Write to ${hub.name}: ${contactEmail}`] : []

const subjectOf = ({ hub, project }: About, what: string): string => `${hub.name}, ${project.title}: ${what}`

const waitedForWords: Readonly<
  Record<WaitedFor, (offer: About) => { readonly subject: string; readonly when: string; readonly label: string }>
> = {
  dates: ({ hub, project }) => ({
    subject: 'shall we tell you the dates?',
    when: `when ${hub.name} knows the dates of ${project.title}`,
    label: 'Yes, tell me the dates',
  }),
  opening: ({ hub, project }) => ({
    subject: 'shall we tell you when it opens?',
    when: `on the day on which one can ask ${hub.name} to join ${project.title}`,
    label: 'Yes, tell me when it opens',
  }),
}

/** Asks whoever left an address whether it is theirs. */
export const confirmLetter = (
  what: WaitedFor,
  offer: About,
  { url, until }: { readonly url: string; readonly until: string },
): Letter => {
  const { subject, when, label } = waitedForWords[what](offer)
  return {
    subject: subjectOf(offer, subject),
    paragraphs: [
      `Somebody, probably you, asked us to write to this address ${when}.`,
      `If that was you, say so until ${until}. If it was not, do nothing: we delete the address then and do not write again.`,
    ],
    action: { label, url },
    why: 'this address was left on the page of the offer.',
    goesAnyway: true,
  }
}

/** Tells whoever waits already that they do. */
export const waitingLetter = (what: WaitedFor, offer: About, url: string): Letter => ({
  subject: subjectOf(offer, what === 'dates' ? 'you are waiting for the dates' : 'you are waiting for it to open'),
  paragraphs: [
    `You asked again to be told ${waitedForWords[what](offer).when}. You are on the list already: we write as soon as it is so.`,
  ],
  action: { label: 'See it, or stop it', url },
  why: 'this address was left on the page of the offer.',
  goesAnyway: true,
})

type Dated = { readonly url: string; readonly dates: readonly string[]; readonly mayChange: boolean }

/** Tells whoever waited that there are dates, and which of them may still change. */
export const datesLetter = (offer: About, { url, dates, mayChange }: Dated): Letter => ({
  subject: subjectOf(offer, 'the dates are known'),
  paragraphs: [
    `${offer.hub.name} has confirmed dates of ${offer.project.title}:`,
    ...dates,
    ...(mayChange
      ? ['Days marked provisional may still change: the page of the offer always says how they stand.']
      : []),
  ],
  action: { label: 'See the offer', url },
  after: [...whomToAsk(offer), 'We have deleted your address from the list and do not write again.'],
  why: 'you asked to be told when the dates are known.',
})

type Opened = { readonly url: string; readonly until: string | null; readonly dates: readonly string[] }

/** Tells whoever waited that one can ask to join. */
export const openingLetter = (offer: About, { url, until, dates }: Opened): Letter => ({
  subject: subjectOf(offer, 'you can ask to join'),
  paragraphs: [
    `From today you can ask ${offer.hub.name} to join ${offer.project.title}.${until ? ` ${until}` : ''}`,
    ...dates,
  ],
  action: { label: 'See the offer and ask to join', url },
  after: [...whomToAsk(offer), 'We have deleted your address from the list and do not write again.'],
  why: 'you asked to be told when it opens.',
})

type Ended = { readonly url: string; readonly sentence: string }

/** Tells whoever waited that there is nothing to wait for any more. */
export const endedLetter = (what: WaitedFor, offer: About, { url, sentence }: Ended): Letter => ({
  subject: subjectOf(offer, 'this offer has ended'),
  paragraphs: [
    what === 'dates'
      ? `You asked to be told the dates of ${offer.project.title}. ${sentence}`
      : `You asked to be told when one can ask to join ${offer.project.title}. ${sentence}`,
  ],
  action: { label: 'See the offer', url },
  after: [...whomToAsk(offer), 'We have deleted your address from the list and do not write again.'],
  why: what === 'dates' ? 'you asked to be told when the dates are known.' : 'you asked to be told when it opens.',
})
