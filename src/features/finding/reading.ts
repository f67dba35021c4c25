import { type AcademicYear, academicYearOf, parseAcademicYear, yearSlug } from '../../vocabulary/academic-year.ts'
import { parseAudience } from '../../vocabulary/audiences.ts'
import type { FieldError } from '../../vocabulary/form.ts'
import { parsePhase } from '../../vocabulary/phases.ts'
import { isPostKind } from '../../vocabulary/posts.ts'
import { type Asked, distances, modes, orders } from './asked.ts'
import { parseMonth } from './month.ts'

/** What is asked for, what of it cannot be understood, and whether the year was said. */
export type Reading = {
  readonly asked: Asked
  readonly problems: readonly FieldError[]
  readonly isYearSaid: boolean
}

const longest = 200
const list = (all: readonly string[]): string => `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`

type Reader = {
  readonly text: (name: string) => string
  readonly one: <T>(name: string, parse: (text: string) => T | null, sentence: (text: string) => string) => T | null
  readonly isTicked: (name: string) => boolean
}

const readerOf = (query: URLSearchParams, problems: FieldError[]): Reader => {
  const text = (name: string): string => {
    const given = (query.get(name) ?? '').trim()
    if (given.length > longest)
      problems.push({ field: name, message: `Use at most ${longest} characters: the rest was left out.` })
    return given.slice(0, longest)
  }
  return {
    text,
    one: (name, parse, sentence) => {
      const given = text(name)
      if (given === '') return null
      const read = parse(given)
      if (read === null) problems.push({ field: name, message: sentence(given) })
      return read
    },
    isTicked: (name) => {
      const given = text(name)
      if (given === '' || given === 'no') return false
      if (given !== 'yes') problems.push({ field: name, message: `“${name}” is yes or nothing, not “${given}”.` })
      return given === 'yes'
    },
  }
}

const among =
  <T extends string | number>(all: readonly T[]) =>
  (text: string): T | null =>
    all.find((each) => String(each) === text) ?? null

const pageOf = (text: string): number | null => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null)
const leftOut = 'It was left out.'

/** Reads the address; what cannot be understood is left out and said. The year is today's where there is one, else the latest. */
export const readAsked = (
  query: URLSearchParams,
  years: readonly AcademicYear[],
  today: Temporal.PlainDate,
): Reading => {
  const problems: FieldError[] = []
  const { text, one, isTicked } = readerOf(query, problems)
  const now = academicYearOf(today)
  const year = one(
    'year',
    parseAcademicYear,
    (given) => `“${given}” is no year: years are written as ${yearSlug(now)}.`,
  )
  const near = text('near')
  const within = one(
    'within',
    among(distances),
    (given) => `“${given}” is no distance: choose ${list(distances.map(String))} miles. ${leftOut}`,
  )
  if (within !== null && near === '')
    problems.push({
      field: 'near',
      message: 'Enter a school, town or postcode to look near, or leave the distance out.',
    })
  const order = one(
    'sort',
    among(orders),
    (given) => `Nothing is sorted by “${given}”: choose ${list(orders)}. ${leftOut}`,
  )
  if (order === 'nearness' && near === '')
    problems.push({ field: 'near', message: 'Enter a school, town or postcode to sort by nearness to it.' })
  const asked: Asked = {
    year: year ?? (years.includes(now) ? now : (years[0] ?? now)),
    words: text('q'),
    phase: one(
      'phase',
      parsePhase,
      (given) => `There is no phase “${given}”: choose early-years, primary, secondary or post-16. ${leftOut}`,
    ),
    audience: one(
      'audience',
      parseAudience,
      (given) => `There is no audience “${given}”: choose itt or leadership. ${leftOut}`,
    ),
    role: one(
      'role',
      (given) => (isPostKind(given) ? given : null),
      (given) => `No post is called “${given}”: choose one from the list. ${leftOut}`,
    ),
    hub: text('hub') || null,
    near,
    within: near === '' ? null : within,
    mode: one('mode', among(modes), (given) => `No session is held “${given}”: choose ${list(modes)}. ${leftOut}`),
    month: one('month', parseMonth, (given) => `“${given}” is no month: months are written as ${now}-11. ${leftOut}`),
    isNew: isTicked('new'),
    isOpen: isTicked('open'),
    order: near === '' && order === 'nearness' ? null : order,
    page: one('page', pageOf, (given) => `“${given}” is no page: this is the first.`) ?? 1,
  }
  return { asked, problems, isYearSaid: year !== null }
}
