import type { Letter } from '../../../platform/mail/index.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { type Interest, letterToSender } from '../../interest/index.ts'

/** Tells who asked for a place that it goes on in another group. */
export const placeMovedLetter =
  (from: string, reason: string) =>
  (interest: Interest, url: string): Letter => {
    const isOffered = interest.place?.status === 'offered'
    const until = interest.place?.respondBy ? ` Answer by ${formatInstant(interest.place.respondBy)}, as before.` : ''
    return letterToSender(interest, url, {
      subject: `${from} is part of ${interest.place?.groupName} now`,
      paragraphs: [
        isOffered
          ? `The place that ${interest.hub.name} offers ${interest.organisation.name} is in ${interest.place?.groupName} now.${until}`
          : `The place of ${interest.organisation.name} goes along into ${interest.place?.groupName}: you need do nothing. Those who take part have been sent its dates.`,
        `Why: ${reason}`,
      ],
      ...(isOffered ? { label: 'Accept or decline the place' } : {}),
    })
  }

/** Tells who waits that they wait for another offer of the hub now. */
export const waitElsewhereLetter =
  (from: string, reason: string) =>
  (interest: Interest, url: string): Letter =>
    letterToSender(interest, url, {
      subject: 'your request goes on with another group',
      paragraphs: [
        `${from} has become part of another group of ${interest.hub.name}. The request of ${interest.organisation.name} goes on for that one, with the time at which you asked: you need do nothing.`,
        `Why: ${reason}`,
      ],
    })

/** Tells the leads, and the other hub, of a group who has joined it. */
export const takenInLetter = (told: {
  readonly name: string
  readonly hubName: string
  readonly projectTitle: string
  readonly from: string
  readonly into: string
  readonly reason: string
  readonly organisations: readonly string[]
  readonly url: string
  readonly why: string
}): Letter => ({
  subject: `${told.hubName}: ${told.projectTitle}, ${told.from} is part of ${told.into} now`,
  greeting: `Hello ${told.name},`,
  paragraphs: [
    `${told.from} has become part of ${told.into}.`,
    told.organisations.length === 0
      ? 'Nobody came along.'
      : `These came along:\n${told.organisations.map((each) => `- ${each}`).join('\n')}`,
    `Why: ${told.reason}`,
  ],
  action: { label: 'See the group', url: told.url },
  why: told.why,
})
