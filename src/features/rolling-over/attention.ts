import { type AcademicYear, parseAcademicYear, yearLabel } from '../../vocabulary/academic-year.ts'
import { formatDate } from '../../vocabulary/local-time.ts'

export const pointKinds = [
  'code',
  'duration',
  'promises',
  'year',
  'date',
  'relative',
  'ordinal',
  'pandemic',
  'old_code',
  'theme_start',
  'partner',
  'goal',
  'names_by',
] as const
export type PointKind = (typeof pointKinds)[number]

/** Something about a draft that somebody should look at before it is published. */
export type Point = {
  /** The same as long as the same words stand in the same place. */
  readonly key: string
  readonly kind: PointKind
  /** Where it stands: a heading of the text, or a field. */
  readonly place: string
  readonly words: string
}

export const kindLabels: Readonly<Record<PointKind, string>> = {
  code: 'No code',
  duration: 'Duration unknown',
  promises: 'Promises nothing',
  year: 'Names another year',
  date: 'Names a date',
  relative: 'Speaks of this year or the next',
  ordinal: 'Counts the years',
  pandemic: 'Speaks of the pandemic',
  old_code: 'Names a code of another year',
  theme_start: 'A start that is past',
  partner: 'Partner to confirm',
  goal: 'Goal due',
  names_by: 'Names by a day',
}

/** A draft as far as it can need attention. */
export type ToLookAt = {
  readonly year: AcademicYear
  readonly code: string | null
  readonly daysMin: number | null
  readonly sessionsCount: number | null
  /** How many benefits and outcomes it promises. */
  readonly promises: number
  readonly partnerBodies: readonly string[]
  /** Every text of it, with the heading that it stands under. */
  readonly texts: readonly { readonly place: string; readonly text: string }[]
  readonly themes: readonly { readonly title: string; readonly starts: string | null }[]
  /** Goals of the projects that it continues, of which nobody has said where they stand. */
  readonly goals: readonly { readonly goal: string; readonly by: string }[]
  /** The day by which names may come, as it was moved on from the year before. */
  readonly namesBy: Temporal.PlainDate | null
}

const pointOf = (kind: PointKind, place: string, words: string): Point => {
  const said = words.replaceAll(/\s+/g, ' ').trim().slice(0, 240)
  return { key: `${kind} ${place} ${said}`.slice(0, 400), kind, place, words: said }
}

const academicYears = /\b(20\d\d)\s*(?:\/|-|–|to)\s*(\d\d|20\d\d)\b/g
const months = 'January|February|March|April|May|June|July|August|September|October|November|December'

const namesAnotherYear = (sentence: string, year: AcademicYear): boolean => {
  const named = [...sentence.matchAll(academicYears)].map(([text]) => parseAcademicYear(text))
  if (named.some((each) => each !== null && each !== year)) return true
  const rest = sentence.replaceAll(academicYears, ' ')
  return [...rest.matchAll(/\b20\d\d\b/g)].some(([text]) => Number(text) !== year && Number(text) !== year + 1)
}

const namesOldCode = (sentence: string, year: AcademicYear): boolean =>
  [...sentence.matchAll(/\bncp[\s-]*(\d\d)\s*-?\s*\d{1,3}/gi)].some(([, digits]) => Number(digits) !== year % 100)

type Sign = readonly [PointKind, (sentence: string, year: AcademicYear) => boolean]
const has =
  (pattern: RegExp) =>
  (sentence: string): boolean =>
    pattern.test(sentence)

const signs: readonly Sign[] = [
  ['year', namesAnotherYear],
  ['old_code', namesOldCode],
  [
    'date',
    has(new RegExp(`\\b\\d{1,2}(st|nd|rd|th)?( of)? (${months})\\b|\\b(${months}) (\\d{1,2}\\b(?!\\d)|20\\d\\d)`, 'i')),
  ],
  [
    'relative',
    has(/\b(this|last|next|current|coming|previous|new) (academic |school )?(year|term|summer|autumn|spring)\b/i),
  ],
  [
    'ordinal',
    has(
      /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(st|nd|rd|th)) year\b(?! (of|in) teaching)/i,
    ),
  ],
  ['pandemic', has(/\b(covid|pandemic|coronavirus|lockdown)/i)],
]

const sentencesIn = (text: string): readonly string[] =>
  text.split(/(?<=[.!?])\s+|\n+/).filter((each) => each.trim() !== '')

/** The sentences of a text that a new year may have made untrue. */
export const pointsInText = (place: string, text: string, year: AcademicYear): readonly Point[] =>
  sentencesIn(text).flatMap((sentence) =>
    signs.flatMap(([kind, isSign]) => (isSign(sentence, year) ? [pointOf(kind, place, sentence)] : [])),
  )

// A start is told in words: "autumn 2024", "summer term 2024, before the academic year".
const isPast = (starts: string, year: AcademicYear): boolean => {
  const named = [...starts.matchAll(/\b20\d\d\b/g)].map(([text]) => Number(text))
  const latest = Math.max(...named)
  if (named.length === 0) return false
  return (
    latest < year ||
    (latest === year && /\b(spring|summer|january|february|march|april|may|june|july|august)\b/i.test(starts))
  )
}

const isDue = (by: string, year: AcademicYear): boolean =>
  [...by.matchAll(/\b20\d\d\b/g)].some(([text]) => Number(text) <= year + 1)

/** Everything about a draft that needs attention today, once each. */
export const pointsOf = (draft: ToLookAt): readonly Point[] => {
  const { year } = draft
  const all = [
    ...(draft.code === null ? [pointOf('code', 'Code', `No code for ${yearLabel(year)} yet`)] : []),
    ...(draft.daysMin === null && draft.sessionsCount === null
      ? [pointOf('duration', 'Duration', 'Neither days nor sessions are stated')]
      : []),
    ...(draft.promises === 0
      ? [pointOf('promises', 'What it promises', 'No benefit is promised, and it cannot be published without one')]
      : []),
    ...draft.texts.flatMap(({ place, text }) => pointsInText(place, text, year)),
    ...draft.themes.flatMap(({ title, starts }) =>
      starts !== null && isPast(starts, year) ? [pointOf('theme_start', title, starts)] : [],
    ),
    ...draft.partnerBodies.map((body) => pointOf('partner', 'Partners', body)),
    ...draft.goals.flatMap(({ goal, by }) => (isDue(by, year) ? [pointOf('goal', 'Goal', `${by}: ${goal}`)] : [])),
    ...(draft.namesBy === null
      ? []
      : [pointOf('names_by', 'Names', `Names may come until ${formatDate(draft.namesBy)}, moved on by a year`)]),
  ]
  return all.filter((point, at) => all.findIndex(({ key }) => key === point.key) === at)
}

/** What has become of a point: to be looked at, ticked by somebody, or settled because it is so no more. */
export type Standing = 'open' | 'ticked' | 'settled'
export type PointKept = Point & { readonly tickedAt: Temporal.Instant | null }
export type PointSeen = Point & { readonly standing: Standing }

/** The points of a draft: those found today and those found when it was made, each with what has become of it. */
export const standingOf = (kept: readonly PointKept[], today: readonly Point[]): readonly PointSeen[] => {
  const found = new Set(today.map(({ key }) => key))
  const known = new Map(kept.map((point) => [point.key, point]))
  const isTicked = (key: string): boolean => known.get(key)?.tickedAt != null
  return [
    ...today.map((point): PointSeen => ({ ...point, standing: isTicked(point.key) ? 'ticked' : 'open' })),
    ...kept
      .filter(({ key }) => !found.has(key))
      .map(
        ({ key, kind, place, words, tickedAt }): PointSeen => ({
          ...{ key, kind, place, words },
          standing: tickedAt === null ? 'settled' : 'ticked',
        }),
      ),
  ]
}
