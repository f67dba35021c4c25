import type { Letter } from '../../../platform/mail/index.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import type { Interest } from '../expression-of-interest.ts'

type Told = { readonly subject: string; readonly paragraphs: readonly string[]; readonly label?: string }

const letter = (interest: Interest, url: string, { subject, paragraphs, label }: Told): Letter => ({
  subject: `${interest.hub.name}: ${interest.projectTitle} – ${subject}`,
  greeting: `Hello ${interest.sender.name},`,
  paragraphs,
  action: { label: label ?? 'See where your request stands', url },
  after: [
    interest.contactEmail
      ? `Any question? Write to ${interest.hub.name} at ${interest.contactEmail}.`
      : `Any question? Ask ${interest.hub.name}.`,
  ],
  why: `you sent the ${interest.requestWord} of ${interest.organisation.name}.`,
})

const until = (interest: Interest): string =>
  interest.place?.respondBy ? formatInstant(interest.place.respondBy) : 'soon'

export const waitingLetter = (interest: Interest, url: string): Letter =>
  letter(interest, url, {
    subject: 'you are on the waiting list',
    paragraphs: [
      `${interest.organisation.name} is on the waiting list for ${interest.projectTitle}. When a place that suits becomes free, it is offered to whoever has waited longest, and we write to you at once.`,
    ],
  })

export const placeOfferedLetter = (interest: Interest, url: string): Letter =>
  letter(interest, url, {
    subject: 'a place is offered to you',
    paragraphs: [
      `${interest.hub.name} offers ${interest.organisation.name} a place in ${interest.place?.groupName}.`,
      `Answer by ${until(interest)}. After that the place goes to the next in line.`,
    ],
    label: 'Accept or decline the place',
  })

export const placedLetter = (interest: Interest, url: string): Letter =>
  letter(interest, url, {
    subject: 'you have a place',
    paragraphs: [
      `${interest.organisation.name} has a place in ${interest.place?.groupName}. Those who take part get the dates for their calendars.`,
    ],
    label: 'See the dates',
  })

export const declinedLetter = (interest: Interest, url: string): Letter =>
  letter(interest, url, {
    subject: 'there is no place for you this time',
    paragraphs: [
      `${interest.hub.name} cannot give ${interest.organisation.name} a place in ${interest.projectTitle}.`,
      ...(interest.statusReason ? [`The reason: ${interest.statusReason}`] : []),
    ],
  })

export const lapsedLetter = (interest: Interest, url: string): Letter =>
  letter(interest, url, {
    subject: 'the offer of a place has lapsed',
    paragraphs: [
      `We had no answer by ${until(interest)}, so the place in ${interest.place?.groupName} goes to the next in line.`,
      'If you still want to join, write to the hub.',
    ],
  })

export const withdrawnLetter = (interest: Interest, url: string): Letter =>
  letter(interest, url, {
    subject: 'your request is withdrawn',
    paragraphs: [
      `The ${interest.requestWord} of ${interest.organisation.name} for ${interest.projectTitle} is withdrawn. Nothing more happens.`,
    ],
  })

export const headteacherConfirmedLetter = (interest: Interest, url: string): Letter =>
  letter(interest, url, {
    subject: 'the headteacher has confirmed',
    paragraphs: [
      `The headteacher has confirmed that ${interest.organisation.name} can take part. The hub now decides about places.`,
    ],
  })

export const headteacherRefusedLetter = (interest: Interest, url: string): Letter =>
  letter(interest, url, {
    subject: 'the headteacher has not confirmed',
    paragraphs: [
      `The request of ${interest.organisation.name} for ${interest.projectTitle} ends here: it was not confirmed.`,
      ...(interest.statusReason ? [interest.statusReason] : []),
      'If this is a mistake, speak with your headteacher and ask again, or write to the hub.',
    ],
  })

export const calledOffLetter = (interest: Interest, url: string): Letter =>
  letter(interest, url, {
    subject: 'your group was called off',
    paragraphs: [
      `${interest.place?.groupName} does not go ahead. ${interest.organisation.name} is back on the waiting list for ${interest.projectTitle}.`,
    ],
  })

/** To the staff of the hub, when a school gives up what it had. */
export const hubToldOfEndLetter = (interest: Interest, url: string): Letter => ({
  subject: `${interest.projectTitle}: ${interest.organisation.name} no longer takes its place`,
  paragraphs: [
    `${interest.organisation.name} no longer takes its place in ${interest.place?.groupName}. If somebody on the waiting list fits, the place has been offered to them already.`,
  ],
  action: { label: 'Look at it', url },
  why: `you are on the staff of ${interest.hub.name}.`,
})
