import { formatDate, formatInstant, localDate } from '../../vocabulary/local-time.ts'
import { speakerFor, yourSpeaker } from '../../vocabulary/speaks-for.ts'
import { daysToConfirmAddress, type Interest } from './expression-of-interest.ts'

/** Where a request stands, in what one sentence must say: what was asked, where it is, what happens next and by when, who to ask. */
export type Standing = {
  readonly asked: string
  readonly heading: string
  readonly now: string
}

type Words = { readonly heading: string; readonly now: string }

const deadline = (interest: Interest): string =>
  interest.place?.respondBy ? formatInstant(interest.place.respondBy) : 'the deadline in the mail'

const reason = ({ statusReason }: Interest): string => (statusReason ? ` ${statusReason}` : '')

const waitingForAgreement = ({ headteacher, hub, organisation }: Interest): Words => {
  const yours = yourSpeaker(organisation.kind)
  const who = headteacher.name ?? yours
  if (headteacher.ended === 'wrong_person')
    return {
      heading: `Who is ${yours}?`,
      now: `Whoever reads ${headteacher.email} says that they are not ${yours}. Say below who is, and we write to them; until then ${hub.name} does not decide.`,
    }
  if (headteacher.ended === 'silent')
    return {
      heading: `Your ${speakerFor(organisation.kind).who} has not answered`,
      now: `We asked ${who}, reminded them, and had no answer in time. Send a fresh link or put the address right below; until then ${hub.name} does not decide.`,
    }
  const until = headteacher.answerBy ? ` by ${formatInstant(headteacher.answerBy)}` : ''
  return {
    heading: `Waiting for ${yours}`,
    now: `We have asked ${who}${headteacher.name ? `, ${yours},` : ''} to confirm${until}. After that ${hub.name} decides about places.`,
  }
}

const words: Readonly<Record<Interest['status'], (interest: Interest) => Words>> = {
  draft: () => ({ heading: 'Not sent yet', now: 'The email address is still to be confirmed by the link we mailed.' }),
  received: (interest) => waitingForAgreement(interest),
  confirmed: ({ hub }) => ({
    heading: 'With the hub',
    now: `${hub.name} has your request and will decide about places. You need do nothing; we write as soon as there is a decision.`,
  }),
  waiting: (interest) => ({
    heading: 'On the waiting list',
    now: `${interest.statusReason ? `${interest.statusReason} ` : ''}Since ${interest.waitingSince ? formatInstant(interest.waitingSince) : 'some time'} you are on the waiting list. When a place that suits becomes free, whoever is next is offered it at once.`,
  }),
  offered: (interest) => ({
    heading: 'A place is offered to you',
    now: `A place in ${interest.place?.groupName} is yours if you accept it by ${deadline(interest)}. After that it goes to the next in line.`,
  }),
  placed: (interest) =>
    interest.place?.status === 'completed'
      ? {
          heading: 'Completed',
          now: `You took part in ${interest.place.groupName} to the end of its year. Nothing is left for you to do.`,
        }
      : {
          heading: 'You have a place',
          now: `You have a place in ${interest.place?.groupName}. Those who take part get the dates for their calendars, and again whenever one changes.`,
        },
  declined: (interest) => ({ heading: 'No place this time', now: `This request has ended.${reason(interest)}` }),
  withdrawn: (interest) => ({
    heading: 'Withdrawn',
    now: `This request was withdrawn; nothing more happens.${reason(interest)}`,
  }),
  lapsed: (interest) => ({
    heading: 'Lapsed',
    now: `This request has lapsed.${reason(interest)} Ask the hub if you still want to join.`,
  }),
  passed_on: ({ passedOnTo }) => {
    const to = passedOnTo?.hub ?? 'another hub'
    return {
      heading: `Passed on to ${to}`,
      now: `With your agreement it is with ${to} now, which decides about places and writes to you.`,
    }
  },
}

const ended = 'Nothing more is awaited of anybody.'
const noDate = 'No date is set for that.'

/** By when the next thing happens; where no date is set, that is said. */
const byWhen: Readonly<Record<Interest['status'], (interest: Interest) => string | null>> = {
  draft: ({ createdAt }) =>
    `Open it by the end of ${formatDate(localDate(createdAt).add({ days: daysToConfirmAddress }))}; after that nothing is sent.`,
  received: ({ headteacher }) => (headteacher.ended === null && headteacher.answerBy ? null : noDate),
  confirmed: () => 'No date is set for the decision.',
  waiting: () => noDate,
  offered: () => null,
  placed: () => null,
  declined: () => ended,
  withdrawn: () => null,
  lapsed: () => null,
  passed_on: () => noDate,
}

/** Where a request stands, in words for who asked. */
export const standingOf = (interest: Interest): Standing => ({
  ...standingWords(interest),
  asked: `${interest.organisation.name} asked to join ${interest.projectTitle} with ${interest.hub.name}.`,
})

const standingWords = (interest: Interest): Words => {
  const { heading, now } = words[interest.status](interest)
  return { heading, now: [now, byWhen[interest.status](interest)].filter((each) => each !== null).join(' ') }
}

/** What withdrawing would do now, to whom. */
export const consequenceOfWithdrawing = (interest: Interest): string => {
  if (interest.status === 'placed')
    return `Your place in ${interest.place?.groupName} goes to the next in line at once, and nobody you named takes part any more. This cannot be undone.`
  if (interest.status === 'offered') return 'The place offered to you goes to the next in line at once.'
  if (interest.status === 'waiting') return 'You lose your turn on the waiting list.'
  return 'The hub no longer considers your request. You can ask again while the offer is open.'
}

/** So long a headteacher has to answer; half of it later they are reminded once. */
export const daysToAgree = 14
export const daysToReminder = 7

type Asked = Pick<Interest, 'status' | 'headteacher'>

/** Whether a headteacher has been asked and can still answer by their link. */
export const isAnswerAwaited = ({ status, headteacher }: Asked): boolean =>
  status === 'received' && headteacher.askedAt !== null && headteacher.ended === null

/** Whether the request waits for an agreement that nobody can give any more before it is asked for anew. */
export const isToBeAskedAnew = ({ status, headteacher }: Asked): boolean =>
  status === 'received' && headteacher.ended !== null
