import { formatMiles } from '../../vocabulary/grid.ts'
import { formatDate } from '../../vocabulary/local-time.ts'
import type { Verdict } from '../criteria/index.ts'
import { type Near, reachMiles } from './board.ts'
import type { Entry, First, Standing } from './entries.ts'

export const headings: Readonly<Record<Standing, string>> = {
  now: 'Now',
  soon: 'Soon',
  not_yet: 'Not yet',
  not_for_you: 'Not for you',
}

export const explained: Readonly<Record<Standing, string>> = {
  now: 'You can ask to join today.',
  soon: 'Nothing known stands against it, and the day on which you can ask is known.',
  not_yet: 'Something comes first, or nobody near you takes requests for it at present.',
  not_for_you: 'What the rules of each project say against it.',
}

const dateOf = (day: string): string => formatDate(Temporal.PlainDate.from(day))

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

/** Where it is: "your hub, 3.2 miles away", "its schools lie about 12 miles away", "online". */
export const whereInWords = ({ serves, away, isVenueKnown, isOnline }: Near): string =>
  [
    serves ? 'your hub' : null,
    isOnline ? 'online' : null,
    away !== null && isVenueKnown ? `${formatMiles(away)} away` : null,
    away !== null && !isVenueKnown && !serves ? `its schools lie about ${formatMiles(away)} away` : null,
    away === null && !serves && !isOnline ? 'how far away is not known' : null,
  ]
    .filter((each) => each !== null)
    .join(', ')

/** When it is: the next day that is known, or that none is. */
export const whenInWords = ({ next, offer: { dates } }: Near): string => {
  const [first] = dates
  if (next) return next === first ? `begins ${dateOf(next)}` : `began ${dateOf(first ?? next)}, next ${dateOf(next)}`
  return first ? `began ${dateOf(first)}, no later date is known` : 'dates to be confirmed'
}

/** Until when one can ask, or from when, or that it is over. */
export const windowInWords = ({ window, offer: { opensOn, closesOn } }: Near): string | null => {
  const until = closesOn && dateOf(closesOn)
  if (window === 'opens') return `opens on ${dateOf(opensOn ?? '')}${until ? `, until ${until}` : ''}`
  if (window === 'closed') return `asking to join closed on ${until}`
  return until ? `ask until ${until}` : null
}

/** Whether there are places. */
export const placesInWords = ({ places, window }: Near): string | null => {
  if (window === 'closed') return null
  if (places.kind === 'waiting_list') return 'full: you would join the waiting list'
  if (places.kind === 'free') return `${count(places.count, 'place', 'places')} free`
  return places.most === null ? null : `up to ${count(places.most, 'place', 'places')}`
}

/** An offer in a line. */
export const offerInWords = (near: Near): string =>
  [whereInWords(near), whenInWords(near), windowInWords(near), placesInWords(near)].filter(Boolean).join(' · ')

const byRequired = ({ answered: { verdicts } }: Entry, answer: Verdict['answer']): readonly Verdict[] =>
  verdicts.filter((verdict) => verdict.strength === 'required' && verdict.answer === answer)

const againstIt = (entry: Entry): readonly string[] =>
  byRequired(entry, 'no').map(({ sentence, against, way }) =>
    [against, `The rule: ${sentence}`, way].filter(Boolean).join(' '),
  )

const open = (entry: Entry): readonly string[] =>
  byRequired(entry, 'not_yet_known').map(({ sentence, way }) => [sentence, way].filter(Boolean).join(' '))

/** "First: Development at London Central and West, your hub, 2.3 miles away": the way to a yes. */
export const firstInWords = ({ name, near }: First): string =>
  near
    ? `First: ${name} at ${near.hub.name}, ${whereInWords(near)}`
    : `First: ${name}. Nobody near you takes requests for it at present: ask your hub.`

const obstacles: Readonly<Record<NonNullable<Entry['obstacle']>, (entry: Entry) => readonly string[]>> = {
  rules: againstIt,
  history: (entry) => [
    'It depends on what the school has taken part in so far, which is told here only to the school and its hub.',
    ...open(entry).slice(0, 1),
  ],
  stage: ({ mark }) => (mark ? [`${mark.words}. To take it again, ask your hub.`] : []),
  over: ({ offers: [best] }) => [
    best ? `Nobody near you takes requests any more: at ${best.hub.name}, ${windowInWords(best)}.` : '',
  ],
  far: ({ offers: [best] }) => [
    best?.away == null
      ? `No hub within ${reachMiles} miles offers it as far as is known.`
      : `No hub within ${reachMiles} miles offers it. The nearest that does is ${best.hub.name}: ${whereInWords(best)}.`,
  ],
  not_offered: () => ['No hub has published an offer of it yet: ask yours.'],
}

/** Why it stands where it stands, each reason in a sentence or two. */
export const reasonsOf = (entry: Entry): readonly string[] =>
  entry.obstacle ? obstacles[entry.obstacle](entry) : open(entry)

/** Whether a yes is known, or hangs on something. */
export const answerInWords = ({ standing, answered }: Entry): string =>
  standing === 'now' || standing === 'soon'
    ? answered.answer === 'yes'
      ? 'You can join'
      : 'You can perhaps join'
    : 'Not yet'
