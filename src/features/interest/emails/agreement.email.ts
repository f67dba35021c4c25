import type { Letter } from '../../../platform/mail/index.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { speakerFor, speakerTitle, yourSpeaker } from '../../../vocabulary/speaks-for.ts'
import type { Interest } from '../expression-of-interest.ts'
import { letterToSender } from './letter.ts'

const subject = ({ hub, projectTitle }: Interest, what: string): string => `${hub.name}: ${projectTitle} – ${what}`

const ask = ({ contactEmail, hub }: Interest): string =>
  contactEmail ? `Any question? Write to ${hub.name} at ${contactEmail}.` : `Any question? Ask ${hub.name}.`

const speaker = ({ organisation }: Interest) => speakerFor(organisation.kind)
const yours = ({ organisation }: Interest): string => yourSpeaker(organisation.kind)

const byWhen = ({ headteacher: { answerBy } }: Interest): string =>
  answerBy ? `Please answer by ${formatInstant(answerBy)}. ` : ''

const toHeadteacher = (interest: Interest, url: string) => ({
  greeting: `Hello ${interest.headteacher.name ?? ''},`.replace(' ,', ','),
  action: { label: 'See what is asked, and answer', url },
  after: [
    `${byWhen(interest)}If you are not the ${speaker(interest).who}, you can say so on that page. ${ask(interest)}`,
  ],
  why: `${interest.sender.name} named you as ${speaker(interest).who} of ${interest.organisation.name}.`,
})

/** What the headteacher, or whoever speaks for another organisation, is asked to confirm. */
export const headteacherLetter = (interest: Interest, url: string): Letter => ({
  ...toHeadteacher(interest, url),
  subject: subject(interest, `please confirm for ${interest.organisation.name}`),
  paragraphs: [
    `${interest.sender.name} has asked for ${interest.organisation.name} to join ${interest.projectTitle} with ${interest.hub.name}.`,
    `The project asks the ${speaker(interest).who} to confirm that the ${speaker(interest).body} can take part.`,
  ],
})

/** The one reminder. */
export const headteacherReminder = (interest: Interest, url: string): Letter => ({
  ...toHeadteacher(interest, url),
  subject: subject(interest, `your word is still wanted for ${interest.organisation.name}`),
  paragraphs: [
    `A week ago we asked you to confirm that ${interest.organisation.name} can take part in ${interest.projectTitle} with ${interest.hub.name}. ${interest.sender.name} is waiting for your answer.`,
    'Yes or no, it takes a minute. We do not remind you again.',
  ],
})

/** To who asked: the headteacher has not answered in time. */
export const headteacherSilentLetter = (interest: Interest, url: string): Letter => ({
  subject: subject(interest, `${yours(interest)} has not answered`),
  greeting: `Hello ${interest.sender.name},`,
  paragraphs: [
    `We asked ${interest.headteacher.name ?? yours(interest)} at ${interest.headteacher.email} to confirm, reminded them, and have no answer. The link they were sent is over.`,
    'Your request stays as it is, but the hub decides on it only once it is confirmed. Speak with them, then put the address right or have a fresh link sent.',
  ],
  action: { label: 'Send a fresh link, or put the address right', url },
  after: [ask(interest)],
  why: `you sent the ${interest.requestWord} of ${interest.organisation.name}.`,
})

/** To who asked: whoever was named says that they are not the headteacher. */
export const wrongHeadteacherLetter = (interest: Interest, url: string): Letter => ({
  subject: subject(interest, `who is ${yours(interest)}?`),
  greeting: `Hello ${interest.sender.name},`,
  paragraphs: [
    `Whoever reads ${interest.headteacher.email} says that they are not the ${speaker(interest).who} of ${interest.organisation.name}.`,
    `Your request stays as it is. Say who the ${speaker(interest).who} is, and we write to them.`,
  ],
  action: { label: 'Put the address right', url },
  after: [ask(interest)],
  why: `you sent the ${interest.requestWord} of ${interest.organisation.name}.`,
})

/** To the staff of the hub: a request waits for an answer that did not come. */
export const hubToldOfSilenceLetter = (interest: Interest, url: string): Letter => ({
  subject: `${interest.projectTitle}: the ${speaker(interest).who} of ${interest.organisation.name} has not answered`,
  paragraphs: [
    `${interest.headteacher.name ?? speakerTitle(interest.organisation.kind)} of ${interest.organisation.name} was asked to confirm, was reminded, and has not answered in time. We have told ${interest.sender.name}.`,
    'You can put the address right, send a fresh link, or note an answer that reached you otherwise.',
  ],
  action: { label: 'Look at it', url },
  why: `you are on the staff of ${interest.hub.name}.`,
})

export const headteacherConfirmedLetter = (interest: Interest, url: string): Letter =>
  letterToSender(interest, url, {
    subject: `the ${speaker(interest).who} has confirmed`,
    paragraphs: [
      `The ${speaker(interest).who} has confirmed that ${interest.organisation.name} can take part. The hub now decides about places.`,
    ],
  })

export const headteacherRefusedLetter = (interest: Interest, url: string): Letter =>
  letterToSender(interest, url, {
    subject: `the ${speaker(interest).who} has not confirmed`,
    paragraphs: [
      `The request of ${interest.organisation.name} for ${interest.projectTitle} ends here: it was not confirmed.`,
      ...(interest.statusReason ? [interest.statusReason] : []),
      `If this is a mistake, speak with ${yours(interest)} and ask again, or write to the hub.`,
    ],
  })
