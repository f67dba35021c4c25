import type { Letter } from '../../../platform/mail/index.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { type Interest, letterToSender, type Naming, namesWanted } from '../../interest/index.ts'

const until = (interest: Interest): string =>
  interest.place?.respondBy ? formatInstant(interest.place.respondBy) : 'soon'

// A place for fewer than were named is only offered to those who said that it is fine.
const forFewer = ({ place, people }: Interest): readonly string[] =>
  place && place.people < people.length
    ? [
        `The place is for ${place.people} of the ${people.length} people you named: there is no room for more, and you said that fewer is fine too. You can still change who comes.`,
      ]
    : []

export const waitingLetter = (interest: Interest, url: string): Letter =>
  letterToSender(interest, url, {
    subject: 'you are on the waiting list',
    paragraphs: [
      `${interest.organisation.name} is on the waiting list for ${interest.projectTitle}. When a place that suits becomes free, it is offered to whoever is next, and we write to you at once. The page shows where you stand in line, and how that is counted.`,
    ],
  })

export const placeOfferedLetter = (interest: Interest, url: string, naming: Naming | null = null): Letter =>
  letterToSender(interest, url, {
    subject: 'a place is offered to you',
    paragraphs: [
      `${interest.hub.name} offers ${interest.organisation.name} a place in ${interest.place?.groupName}.`,
      ...forFewer(interest),
      `Answer by ${until(interest)}. After that the place goes to the next in line.`,
      ...namesWanted(naming),
    ],
    label: 'Accept or decline the place',
  })

export const placedLetter = (interest: Interest, url: string, naming: Naming | null = null): Letter =>
  letterToSender(interest, url, {
    subject: 'you have a place',
    paragraphs: [
      `${interest.organisation.name} has a place in ${interest.place?.groupName}. Those who take part get the dates for their calendars.`,
      ...namesWanted(naming),
    ],
    label: 'See the dates',
  })

export const declinedLetter = (interest: Interest, url: string): Letter =>
  letterToSender(interest, url, {
    subject: 'there is no place for you this time',
    paragraphs: [
      `${interest.hub.name} cannot give ${interest.organisation.name} a place in ${interest.projectTitle}.`,
      ...(interest.statusReason ? [`The reason: ${interest.statusReason}`] : []),
    ],
  })

export const lapsedLetter = (interest: Interest, url: string): Letter =>
  letterToSender(interest, url, {
    subject: 'the offer of a place has lapsed',
    paragraphs: [
      `We had no answer by ${until(interest)}, so the place in ${interest.place?.groupName} goes to the next in line.`,
      'If you still want to join, write to the hub.',
    ],
  })

/** An offer of a place has ended otherwise than by its last day. */
export const offerEndedLetter = (interest: Interest, url: string): Letter =>
  letterToSender(interest, url, {
    subject: 'a place is offered to you no more',
    paragraphs: [
      `The place in ${interest.place?.groupName} that was offered to ${interest.organisation.name} was given back or taken back before its last day to answer, and goes to the next in line.`,
      'If you still want to join, or do not know why, write to the hub.',
    ],
  })

export const withdrawnLetter = (interest: Interest, url: string): Letter =>
  letterToSender(interest, url, {
    subject: 'your request is withdrawn',
    paragraphs: [
      `The ${interest.requestWord} of ${interest.organisation.name} for ${interest.projectTitle} is withdrawn. Nothing more happens.`,
    ],
  })

export const calledOffLetter = (interest: Interest, url: string): Letter =>
  letterToSender(interest, url, {
    subject: 'your group was called off',
    paragraphs: [
      `${interest.statusReason ?? `${interest.place?.groupName} does not go ahead.`} ${interest.organisation.name} is back at the head of the waiting list for ${interest.projectTitle}, with the time it had.`,
      'Where another group has room that suits you, its place is offered to you first; we then write again.',
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

/** Before the time to answer ends. */
export const reminderLetter = (interest: Interest, url: string): Letter =>
  letterToSender(interest, url, {
    subject: 'please answer: a place is offered to you',
    paragraphs: [
      `The place in ${interest.place?.groupName} that ${interest.hub.name} offered to ${interest.organisation.name} is still yours to take.`,
      `Answer by ${until(interest)}. After that it goes to the next in line.`,
    ],
    label: 'Accept or decline the place',
  })

/** To the staff of a hub, when a place is free and too little time is left to ask the next in line. */
export const freePlaceLetter = (
  group: { readonly name: string; readonly projectTitle: string },
  url: string,
): Letter => ({
  subject: `${group.projectTitle}: a place in ${group.name} is free, and there is too little time to ask`,
  paragraphs: [
    `A place in ${group.name} is free and somebody in line would fit. The first session is so near that nobody would have time to answer, so nothing was offered.`,
    'Telephone the next in line, and give the place at once or leave it free.',
  ],
  action: { label: 'See who is next', url },
  why: 'you are on the staff of a hub of this group.',
})
