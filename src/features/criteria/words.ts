import { academicYear, yearLabel } from '../../vocabulary/academic-year.ts'
import { formatDate } from '../../vocabulary/local-time.ts'
import type { Names } from './known-facts.ts'
import type { AnswerTest, Since, StageStatus, Years } from './leaf.ts'

export const ittKinds: Readonly<Record<string, string>> = {
  hei: 'University (HEI)',
  scitt: 'SCITT',
  lead_school: 'Lead school (School Direct)',
}

export const ittPhaseNames: Readonly<Record<string, string>> = {
  eyts: 'EYTS',
  qts_primary: 'QTS primary',
  qts_secondary: 'QTS secondary',
  post_16: 'post-16',
}

export const kinds: Readonly<Record<string, string>> = {
  school: 'School or college',
  itt_provider: 'Provider of initial teacher training',
  trust: 'Trust',
  authority: 'Local authority',
  other: 'Another body',
}

export const statuses: Readonly<Record<string, string>> = {
  open: 'Open',
  closed: 'Closed',
  proposed_to_close: 'Open, proposed to close',
  proposed_to_open: 'Proposed to open',
}

/** What an organisation can be, in words. */
export const organisationWords = { kinds, ittKinds, ittPhaseNames, statuses } as const

export const stageStatusWords: Readonly<Record<StageStatus, string>> = {
  completed: 'completed',
  in_progress: 'taken part in',
  withdrew: 'left early',
}

const commitments: Readonly<Record<string, string>> = {
  full_year: 'Taking part for the whole academic year',
  same_people_all_year: 'Sending the same people all year',
}

/** A key in words: whole_staff is "Whole staff". */
export const inWords = (key: string): string => {
  const words = key.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** A commitment in words. */
export const commitmentWords = (key: string): string => commitments[key] ?? inWords(key)

/** The first letter small, unless the word is a name or an abbreviation. */
export const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const listed = (words: readonly string[], last: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`

export const orList = (words: readonly string[]): string => listed(words, 'or')
export const andList = (words: readonly string[]): string => listed(words, 'and')

const yearName = (year: number): string => yearLabel(academicYear(year))

/** In which years, in words. */
export const yearsInWords = (years: Years): string => {
  if (typeof years !== 'string') return `in ${orList(years.map(yearName))}`
  const words = { before: 'in an earlier year', same: 'in the same year', ever: 'in any year' }
  return words[years]
}

/** How long a post has to have been held, in words. */
export const sinceInWords = (since: Since): string => {
  if ('on' in since) return `since ${formatDate(Temporal.PlainDate.from(since.on))} or longer`
  const { months } = since
  const years = months / 12
  if (Number.isInteger(years)) return years === 1 ? 'for at least a year' : `for at least ${years} years`
  return `for at least ${months} ${months === 1 ? 'month' : 'months'}`
}

const day = (text: string): string => formatDate(Temporal.PlainDate.from(text))

/** How an answer to one of the project's questions reads. */
export const choiceIn =
  ({ choices }: Pick<Names, 'choices'>, key: string) =>
  (answer: string): string =>
    choices?.get(`${key} ${answer}`) ?? answer

/** What an answer has to be, in words: "2 or more", "A or B". */
export const testInWords = (test: AnswerTest, wordsOf = (answer: string): string => answer): string => {
  if (test.in) return orList(test.in.map((each) => `“${wordsOf(each)}”`))
  const { atLeast, atMost, notBefore, notAfter } = test
  if (atLeast !== undefined && atMost !== undefined) return `from ${atLeast} to ${atMost}`
  if (atLeast !== undefined) return `${atLeast} or more`
  if (atMost !== undefined) return `${atMost} or less`
  if (notBefore !== undefined && notAfter !== undefined) return `from ${day(notBefore)} to ${day(notAfter)}`
  if (notBefore !== undefined) return `${day(notBefore)} or later`
  return notAfter === undefined ? '' : `${day(notAfter)} or earlier`
}

const told: Readonly<Record<string, string>> = {
  'organisation.phase': 'Phases taught',
  'organisation.state_funded': 'Whether it is state-funded',
  'organisation.itt_kind': 'Kind of provider',
  'organisation.itt_phases': 'Phases of teacher training',
  'organisation.area': 'Whether it is in the area of the hub',
  'organisation.free_meals': 'Share of pupils who can have free school meals',
  'person.since': 'Since when the post is held',
  'person.experience': 'Years of teaching',
}

/** What a fact that can be told is about, by its name. */
export const factWords = (name: string): string =>
  told[name] ?? (name.startsWith('commitment.') ? commitmentWords(name.slice('commitment.'.length)) : inWords(name))
