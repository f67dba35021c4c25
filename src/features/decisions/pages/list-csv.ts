import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import { localDate } from '../../../vocabulary/local-time.ts'
import { postLabels } from '../../../vocabulary/posts.ts'
import { schoolPhaseLabels } from '../../../vocabulary/school-phases.ts'
import { interestStatusLabels } from '../../interest/index.ts'
import { hintInWords } from '../hint.ts'
import { verdictLabels } from '../work-list.ts'
import type { InterestRow } from './list.view.ts'

const head = [
  'School or institution',
  'URN',
  'Town',
  'Area',
  'Phase',
  'Project code',
  'Project',
  'Theme',
  'Year',
  'State',
  'Group',
  'By the rules',
  'People named',
  'Names missing',
  'Agreement outstanding',
  'Notes',
  'To know',
  'Waiting since',
  'Received',
  'Who asks',
  'Post',
  'Email address',
  'Page',
]

const day = (moment: Temporal.Instant | null): string => (moment ? localDate(moment).toString() : '')

const cellsOf = (row: InterestRow, url: string): readonly string[] => [
  row.organisation,
  String(row.urn ?? ''),
  row.town ?? '',
  row.area ?? '',
  row.phase ? schoolPhaseLabels[row.phase] : '',
  row.projectCode ?? '',
  row.projectTitle,
  row.theme ?? '',
  yearLabel(academicYear(row.year)),
  interestStatusLabels[row.status],
  row.groupName ?? '',
  verdictLabels[row.verdict],
  String(row.people),
  String(row.namesMissing),
  row.isAgreementOutstanding ? 'yes' : '',
  String(row.notes),
  row.hints.map(hintInWords).join(' '),
  day(row.waitingSince),
  day(row.receivedAt),
  row.sender.name,
  postLabels[row.sender.post],
  row.sender.email,
  url,
]

/** A list of requests as the rows of a file; the words of notes stay on the pages of the requests. */
export const listAsRows = (
  rows: readonly InterestRow[],
  urlOf: (id: string) => string,
): readonly (readonly string[])[] => [head, ...rows.map((row) => cellsOf(row, urlOf(row.id)))]
