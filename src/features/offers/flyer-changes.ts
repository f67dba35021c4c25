import { formatDate } from '../../vocabulary/local-time.ts'
import type { DateRow } from './flyer-dates.ts'
import type { PrintedFacts } from './flyer-print.ts'

const said = ({ when, where }: DateRow): string => (where ? `${when}, ${where}` : when)
const isSame = (one: DateRow, other: DateRow): boolean => one.when === other.when && one.where === other.where

// Each date of the one list that the other does not have; a date that is there twice counts twice.
const without = (all: readonly DateRow[], other: readonly DateRow[]): readonly DateRow[] => {
  const left = [...other]
  return all.filter((row) => {
    const at = left.findIndex((each) => isSame(each, row))
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}

const changeOf = (before: DateRow, now: DateRow): string => {
  if (before.when === now.when) return `on ${before.when} the place is now ${now.where}`
  return before.when === 'Date to be confirmed'
    ? `a date that was not known is ${said(now)}`
    : `${before.when} has moved to ${said(now)}`
}

/** Dates that moved, were added or left out. */
const changedDates = (before: readonly DateRow[], now: readonly DateRow[]): readonly string[] => {
  const gone = without(before, now)
  const come = without(now, before)
  const elsewhere = gone.filter((row) => come.some(({ when }) => when === row.when))
  const [lost, added] = [gone, come].map((rows) =>
    rows.filter((row) => !elsewhere.some(({ when }) => when === row.when)),
  ) as [DateRow[], DateRow[]]
  const pairs = Math.min(lost.length, added.length)
  return [
    ...elsewhere.flatMap((row) => come.filter(({ when }) => when === row.when).map((other) => changeOf(row, other))),
    ...lost.slice(0, pairs).map((row, at) => changeOf(row, added[at] ?? row)),
    ...lost.slice(pairs).map((row) => `${row.when} is no longer planned`),
    ...added.slice(pairs).map((row) => `${said(row)} has been added`),
  ]
}

const listed = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`

const changedVenues = (before: PrintedFacts, now: PrintedFacts): readonly string[] => {
  const added = now.venues.filter((venue) => !before.venues.includes(venue))
  if (added.length > 0) return [`the venue is now ${listed(added)}`]
  const gone = before.venues.filter((venue) => !now.venues.includes(venue))
  return gone.length > 0 ? [`${listed(gone)} is no longer a venue`] : []
}

const day = (text: string): string => formatDate(Temporal.PlainDate.from(text))

const changedWindow = (before: PrintedFacts, now: PrintedFacts): readonly string[] => {
  if (before.opensOn === now.opensOn && before.closesOn === now.closesOn) return []
  if (before.closesOn !== now.closesOn)
    return [
      now.closesOn ? `you can now ask to join until ${day(now.closesOn)}` : 'asking to join has no last day any more',
    ]
  return [now.opensOn ? `you can now ask to join from ${day(now.opensOn)}` : 'you can ask to join at once']
}

const changedPolicy = (before: PrintedFacts, now: PrintedFacts): readonly string[] => {
  if (before.policy === now.policy) return []
  if (before.policy === null) return ['there is now a policy on cancelling and not coming']
  return [
    now.policy === null
      ? 'there is no policy on cancelling any more'
      : 'the policy on cancelling and not coming has changed',
  ]
}

const changedTexts = (before: PrintedFacts, now: PrintedFacts): readonly string[] => {
  const headings = [...new Set([...Object.keys(now.texts), ...Object.keys(before.texts)])]
  const changed = headings.filter((heading) => before.texts[heading] !== now.texts[heading])
  return changed.length > 0 ? [`the text under ${listed(changed.map((heading) => `“${heading}”`))} has changed`] : []
}

/** What has changed since a flyer was printed, each change in some words; none when it still says what the page says. */
export const changesSince = (before: PrintedFacts, now: PrintedFacts): readonly string[] => [
  ...(before.title === now.title ? [] : [`it is called ${now.title} now`]),
  ...(before.hub === now.hub ? [] : [`${now.hub} offers it now`]),
  ...changedDates(before.dates, now.dates),
  ...(before.datesNote === now.datesNote ? [] : ['what is said about the dates and places has changed']),
  ...changedVenues(before, now),
  ...changedPolicy(before, now),
  ...changedWindow(before, now),
  ...(before.contact === now.contact ? [] : ['how to join or whom to ask has changed']),
  ...changedTexts(before, now),
]

/** The same as one sentence for whoever holds the paper; `over` is why nobody can join any more. */
export const sinceThePrint = (
  { madeOn, facts }: { readonly madeOn: Temporal.PlainDate; readonly facts: PrintedFacts },
  now: PrintedFacts,
  over: string | null,
): { readonly isChanged: boolean; readonly sentence: string } => {
  const changes = over === null ? changesSince(facts, now) : [over]
  const made = formatDate(madeOn)
  return changes.length === 0
    ? { isChanged: false, sentence: `Your flyer of ${made} is up to date: nothing that it says has changed.` }
    : { isChanged: true, sentence: `Since your flyer of ${made} was printed: ${changes.join('; ')}.` }
}
