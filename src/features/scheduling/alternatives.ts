import { formatDate, formatShortDate } from '../../vocabulary/local-time.ts'
import { type Asked, dayName } from './asked.ts'
import { type Around, isPossible, judgeDays, type Possible } from './day.ts'
import { cheapest, type Node, type Spacing } from './search.ts'

/** One proposal for the dates of a group: what it is, why, and what each date has against it. */
export type Alternative = {
  readonly title: string
  readonly reasons: readonly string[]
  readonly dates: readonly Possible[]
}

export const daysApart = (one: Temporal.PlainDate, other: Temporal.PlainDate): number =>
  one.until(other, { largestUnit: 'day' }).days

type Choice = { readonly title: string; readonly dates: readonly Possible[] }
type Wishes = {
  readonly weight: number
  readonly first?: Spacing['first']
  readonly last?: Spacing['last']
  readonly cost?: (day: Possible) => number
}

/** How many days apart sessions are best: evenly over the time there is, in whole weeks, within what was asked. */
export const idealOf = ({ from, to, sessions, leastWeeks, mostWeeks }: Asked): number => {
  const weeks = Math.floor(daysApart(from, to) / 7 / Math.max(1, sessions - 1))
  return Math.max(leastWeeks, Math.min(mostWeeks, weeks)) * 7
}

/** The cheapest dates among those possible, by what is wished; null where none fit. */
const choose = (asked: Asked, possible: readonly Possible[], wishes: Wishes): readonly Possible[] | null => {
  const nodes: Node[] = possible.map((day) => ({
    day: daysApart(asked.from, day.on),
    cost: wishes.cost ? wishes.cost(day) : day.cost,
  }))
  const spacing: Spacing = {
    least: Math.max(1, asked.leastWeeks * 7),
    most: asked.mostWeeks * 7,
    ideal: idealOf(asked),
    weight: wishes.weight,
    ...(wishes.first ? { first: wishes.first } : {}),
    ...(wishes.last ? { last: wishes.last } : {}),
  }
  const chosen = cheapest(nodes, asked.sessions, spacing)
  if (!chosen) return null
  const byDay = new Map(possible.map((day) => [daysApart(asked.from, day.on), day]))
  return chosen.flatMap(({ day }) => byDay.get(day) ?? [])
}

/** Whether anything fits at all. */
export const fits = (asked: Asked, around: Around): boolean =>
  choose(asked, judgeDays(asked, around).filter(isPossible), { weight: 0 }) !== null

const even: Wishes = { weight: 2, first: (day) => day }
// Warnings weigh more than any unevenness.
const gentle: Wishes = { weight: 1, first: (day) => Math.round(day / 7), cost: ({ cost }) => cost * 50 }
const early: Wishes = { weight: 0, last: (day) => day * 4 }

const sameDay = (asked: Asked, possible: readonly Possible[], others: readonly Choice[]): Choice | null => {
  const weigh = (dates: readonly Possible[]) => dates.reduce((sum, { cost }) => sum + cost, 0)
  const found = asked.days.flatMap((day) => {
    const dates = choose(
      asked,
      possible.filter(({ on }) => on.dayOfWeek === day),
      even,
    )
    const isOther = dates !== null && others.every((other) => reallyDiffer(other.dates, dates))
    return isOther ? [{ day, dates, weight: weigh(dates) }] : []
  })
  const best = found.toSorted((one, other) => one.weight - other.weight || one.day - other.day)[0]
  return best ? { title: `Always on a ${dayName(best.day)}`, dates: best.dates } : null
}

const shared = (one: readonly Possible[], other: readonly Possible[]): number =>
  one.filter(({ on }) => other.some((each) => each.on.equals(on))).length

/** Two proposals really differ when no more than half of their dates are the same. */
export const reallyDiffer = (one: readonly Possible[], other: readonly Possible[]): boolean =>
  shared(one, other) * 2 <= one.length

// As good as can be on days that no other proposal takes, or on as few of them as need be.
const apart = (asked: Asked, possible: readonly Possible[], others: readonly Choice[]): Choice | null => {
  const taken = (day: Possible) => others.filter(({ dates }) => dates.some(({ on }) => on.equals(day.on))).length
  const dates = choose(asked, possible, { ...even, cost: (day) => day.cost + taken(day) * 500 })
  return dates ? { title: 'On other days', dates } : null
}

const most = 4

/** Up to four proposals that really differ, the most even one first; none where nothing fits. */
export const alternativesFor = (asked: Asked, around: Around): readonly Alternative[] => {
  const possible = judgeDays(asked, around).filter(isPossible)
  const of = (title: string, wishes: Wishes): Choice | null => {
    const dates = choose(asked, possible, wishes)
    return dates ? { title, dates } : null
  }
  const kept: Choice[] = []
  const keep = (choice: Choice | null): void => {
    if (choice && kept.length < most && kept.every(({ dates }) => reallyDiffer(dates, choice.dates))) kept.push(choice)
  }
  keep(of('Evenly through the year', even))
  keep(sameDay(asked, possible, kept))
  keep(of('With the fewest warnings', gentle))
  keep(of('Done as early as possible', early))
  for (let turn = 0; turn < most; turn += 1) keep(apart(asked, possible, kept))
  return kept.map(({ title, dates }) => ({ title, dates, reasons: reasonsFor(dates) }))
}

const weeksInWords = (days: number): string => {
  const weeks = Math.round(days / 7)
  return weeks === 1 ? 'a week' : `${weeks} weeks`
}

/** What speaks for and against a proposal, in sentences. */
const reasonsFor = (dates: readonly Possible[]): readonly string[] => {
  const gaps = dates.slice(1).map(({ on }, at) => daysApart(dates[at]?.on ?? on, on))
  const [least, greatest] = [Math.min(...gaps), Math.max(...gaps)]
  const days = [...new Set(dates.map(({ on }) => on.dayOfWeek))].toSorted((one, other) => one - other).map(dayName)
  const warned = dates.filter(({ warnings }) => warnings.length > 0)
  const [first, last] = [dates[0], dates.at(-1)]
  return [
    ...(first && last && dates.length > 1 ? [`It runs from ${formatDate(first.on)} to ${formatDate(last.on)}.`] : []),
    ...(gaps.length > 0
      ? [
          Math.round(least / 7) === Math.round(greatest / 7)
            ? `About ${weeksInWords(least)} lie between one session and the next.`
            : `${weeksInWords(least)} to ${weeksInWords(greatest)} lie between one session and the next.`.replace(
                /^a/,
                'A',
              ),
        ]
      : []),
    days.length === 1
      ? `Every date is a ${days[0]}.`
      : `The days are ${days.join(', ').replace(/, ([^,]*)$/, ' and $1')}.`,
    warned.length === 0
      ? 'Nothing speaks against any of the dates.'
      : `Something speaks against ${warned.length === dates.length ? 'every date' : `${warned.length} of the ${dates.length} dates`}: ${warned.map(({ on }) => formatShortDate(on)).join(', ')}.`,
  ]
}
