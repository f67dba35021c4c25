import { type AcademicYear, yearEnds } from '../../vocabulary/academic-year.ts'
import { minutesInWords } from '../../vocabulary/length-of-day.ts'
import { formatDate } from '../../vocabulary/local-time.ts'
import { fits } from './alternatives.ts'
import { type Asked, dayName, mostWeeksApart } from './asked.ts'
import { type Around, type Impossible, isPossible, judgeDays } from './day.ts'

/** One change after which a schedule is possible, in words. */
type Change = { readonly text: string; readonly asked: Asked }

/** The smallest of changes that each allow more than the one before, by halving: none where the greatest is not enough. */
const smallest = (changes: readonly Change[], around: Around): readonly string[] => {
  const fitsWith = (at: number): boolean => {
    const change = changes[at]
    return change !== undefined && fits(change.asked, around)
  }
  let [low, high] = [0, changes.length - 1]
  if (!fitsWith(high)) return []
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (fitsWith(middle)) high = middle
    else low = middle + 1
  }
  return changes.slice(high, high + 1).map(({ text }) => text)
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)

const otherDays = (asked: Asked): readonly Change[] => {
  const others = range(1, 5).filter((day) => !asked.days.includes(day))
  const sorted = (days: readonly number[]) => days.toSorted((one, other) => one - other)
  const alone = others.map((day) => ({
    text: `Allow ${dayName(day)}s too.`,
    asked: { ...asked, days: sorted([...asked.days, day]) },
  }))
  const all = {
    text: 'Allow any day from Monday to Friday.',
    asked: { ...asked, days: sorted([...asked.days, ...others]) },
  }
  return others.length > 1 ? [...alone, all] : alone
}

const weeks = (count: number): string => `${count} ${count === 1 ? 'week' : 'weeks'}`

const closer = (asked: Asked): readonly Change[] =>
  range(0, asked.leastWeeks - 1)
    .toReversed()
    .map((leastWeeks) => ({
      text:
        leastWeeks === 0
          ? 'Let sessions follow each other without a gap.'
          : `Let at least ${weeks(leastWeeks)} lie between sessions instead of ${asked.leastWeeks}.`,
      asked: { ...asked, leastWeeks },
    }))

const further = (asked: Asked): readonly Change[] =>
  range(asked.mostWeeks + 1, mostWeeksApart).map((mostWeeks) => ({
    text: `Let up to ${weeks(mostWeeks)} lie between sessions instead of ${asked.mostWeeks}.`,
    asked: { ...asked, mostWeeks },
  }))

const longer = (asked: Asked, year: AcademicYear): readonly Change[] => {
  const left = Math.floor(asked.to.until(yearEnds(year), { largestUnit: 'day' }).days / 7)
  return range(1, Math.max(0, left)).map((more) => {
    const to = asked.to.add({ weeks: more })
    return { text: `Let it go on until ${formatDate(to)}.`, asked: { ...asked, to } }
  })
}

const sooner = (asked: Asked, today: Temporal.PlainDate): readonly Change[] => {
  const before = Math.floor(today.until(asked.from, { largestUnit: 'day' }).days / 7)
  return range(1, Math.max(0, before)).map((less) => {
    const from = asked.from.subtract({ weeks: less })
    return { text: `Let it begin from ${formatDate(from)} on.`, asked: { ...asked, from } }
  })
}

const fewer = (asked: Asked): readonly Change[] =>
  range(1, asked.sessions - 1)
    .toReversed()
    .map((sessions) => ({
      text: `Plan ${sessions} ${sessions === 1 ? 'session' : 'sessions'} instead of ${asked.sessions}.`,
      asked: { ...asked, sessions },
    }))

const shorter = (asked: Asked): readonly Change[] =>
  range(1, Math.floor((asked.minutes - 60) / 30)).map((less) => {
    const minutes = asked.minutes - less * 30
    return { text: `Make the sessions ${minutesInWords(minutes)} long.`, asked: { ...asked, minutes } }
  })

const without = (asked: Asked, around: Around): readonly string[] =>
  around.needed.flatMap((needed) => {
    const others = around.needed.filter((each) => each !== needed)
    const free = { ...needed, can: [], away: [] }
    if (fits(asked, { ...around, needed: [...others, free] }))
      return [`Ask whether ${needed.who.replace(/^The/, 'the')} can at other times than those stated.`]
    return fits(asked, { ...around, needed: others })
      ? [`Find another than ${needed.who.replace(/^The/, 'the')}, or move what takes their time.`]
      : []
  })

/** How many days fall away for what reason, the most frequent first. */
const inTheWay = (asked: Asked, around: Around): readonly string[] => {
  const out = judgeDays(asked, around).filter((day): day is Impossible => !isPossible(day) && day.because !== 'days')
  return [...Map.groupBy(out, ({ why }) => why)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .slice(0, 5)
    .map(([why, days]) => `${why}: ${days.length} ${days.length === 1 ? 'day' : 'days'}.`)
}

export type NothingFits = { readonly inTheWay: readonly string[]; readonly changes: readonly string[] }

/** Where nothing fits: what stands in the way, and the single changes of which each would make it fit, the smallest of its kind. */
export const whyNothingFits = (
  asked: Asked,
  around: Around,
  { year, today }: { readonly year: AcademicYear; readonly today: Temporal.PlainDate },
): NothingFits => ({
  inTheWay: inTheWay(asked, around),
  changes: [
    ...otherDays(asked).map((change) => [change]),
    closer(asked),
    further(asked),
    longer(asked, year),
    sooner(asked, today),
    shorter(asked),
    fewer(asked),
  ]
    .flatMap((changes) => smallest(changes, around))
    .concat(without(asked, around)),
})
