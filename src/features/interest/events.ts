import type { RecordedEvent } from '../../platform/history.ts'
import type { Json } from '../../vocabulary/json.ts'
import { formatInstant } from '../../vocabulary/local-time.ts'
import { factWords } from '../criteria/index.ts'
import { changesInWords } from './changes.ts'

/** What can happen to an expression of interest, and the sentence shown in the history. */
export const interestEvents = {
  'interest.sent': 'The request was sent; its email address was to be confirmed',
  'interest.received': 'The email address was confirmed and the hub received the request',
  'interest.entered': 'The hub entered the request on the organisation’s behalf',
  'interest.taken-back': 'The hub took back the request it had entered',
  'interest.answers-changed': 'The answers were changed',
  'interest.people-named': 'More people were named for the request',
  'interest.names-reminded': 'Whoever asked was reminded of people who are not named yet',
  'interest.names-overdue': 'People were not named in time',
  'interest.names-released': 'Room for people who were not named was given free',
  'interest.person-replaced': 'Somebody else would come in place of one who was named',
  'interest.headteacher-asked': 'The agreement of the organisation was asked for',
  'interest.headteacher-asked-anew': 'The agreement was asked for anew, by a fresh link',
  'interest.headteacher-reminded': 'Whoever was asked to agree was reminded',
  'interest.headteacher-silent': 'Whoever was asked to agree did not answer in time',
  'interest.headteacher-wrong': 'Whoever was asked to agree is not the one who can',
  'interest.agreement-counted': 'There was an agreement for the year already, and nobody was asked again',
  'interest.headteacher-confirmed': 'The agreement was given',
  'interest.headteacher-refused': 'The agreement was not given',
  'interest.put-on-waiting-list': 'Put on the waiting list',
  'interest.passed-over': 'Passed over for a free place that did not suit',
  'interest.moved-up': 'The hub moved the request up on the waiting list, with a reason',
  'interest.moved-back': 'The hub put the request back to its turn',
  'interest.fewer-people': 'It was said whether a place for fewer people would be fine too',
  'interest.reminded': 'A reminder to answer was sent',
  'interest.place-offered': 'A place was offered',
  'interest.placed': 'The place is taken',
  'interest.place-moved': 'The place went on in another group',
  'interest.moved-to-offer': 'The request went on to another offer of the hub, with its turn',
  'interest.place-declined': 'The offered place was not wanted',
  'interest.lapsed': 'The time to answer ended and the offer of a place lapsed',
  'interest.declined': 'The hub declined the request',
  'interest.passing-suggested': 'The school was asked whether its request may go to another hub',
  'interest.passing-agreed': 'The school agreed that its request goes to another hub',
  'interest.passing-refused': 'The school kept its request at this hub',
  'interest.passing-ended': 'The request stays with this hub after all',
  'interest.sent-back': 'The other hub sent the request back',
  'interest.passed-on': 'The request was passed on to another hub, with the school’s agreement',
  'interest.taken-over': 'The hub took the request over from another hub, with the school’s agreement',
  'interest.restored': 'The hub took its decision back before anybody was told',
  'interest.letter-taken-back':
    'Mail about an earlier decision was taken back before it left, because the request moved on',
  'interest.withdrawn': 'The request was withdrawn',
  'interest.place-released': 'The place was given back',
  'interest.group-called-off': 'The group was called off: the request waits again, at the head of the line',
  'interest.verdict-overruled': 'A verdict was overruled, with a reason',
  'interest.fact-stated': 'The hub stated a fact that was missing',
  'interest.answers-stated': 'The hub stated what was answered to questions of the project',
  'interest.verdict-changed': 'What the rules say changed, because something they ask about did',
  'interest.draft-lapsed': 'The email address was never confirmed',
} as const

export type HistoryShown = {
  readonly title: string
  readonly when: string
  readonly datetime: string
  readonly text?: string
}

const whatChanged = ({ changed, fact, questions }: Readonly<Record<string, Json>>): { readonly text?: string } => {
  if (Array.isArray(questions)) return { text: questions.map((each) => `“${String(each)}”`).join(', ') }
  if (typeof fact === 'string') return { text: factWords(fact) }
  return Array.isArray(changed) ? { text: `Changed: ${changesInWords(changed.map(String))}` } : {}
}

/** What an event of a request's history says; its bare name when it belongs to another room. */
export const interestEventInWords = (name: string): string =>
  Object.hasOwn(interestEvents, name) ? interestEvents[name as keyof typeof interestEvents] : name

/** An event of a request's history as its pages show it. */
export const historyShown = ({ name, occurredAt, particulars }: RecordedEvent): HistoryShown => ({
  title: interestEventInWords(name),
  ...whatChanged(particulars),
  when: formatInstant(occurredAt),
  datetime: occurredAt.toString(),
})

const neverReached: readonly string[] = ['interest.restored', 'interest.letter-taken-back']

/** What the sender reads of a history: a decision that was taken back before anybody was told never reached them. */
export const withoutTakenBack = (events: readonly RecordedEvent[]): readonly RecordedEvent[] => {
  const undone = new Set(
    events.flatMap(({ name, particulars }) => (name === 'interest.restored' ? [particulars['undoes']] : [])),
  )
  return events.filter(({ id, name }) => !neverReached.includes(name) && !undone.has(id))
}
