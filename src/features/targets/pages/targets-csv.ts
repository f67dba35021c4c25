import { type Answer, file } from '../../../platform/http/routes.ts'
import { writeCsv } from '../../../platform/spreadsheets/index.ts'
import { type AcademicYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import { groupsOf, type Line } from '../target.ts'

const headings = [
  'Year',
  'Hub',
  'Project code',
  'Project',
  'Devised by',
  'Groups planned',
  'Places planned',
  'Groups',
  'Groups forming',
  'Groups confirmed',
  'Groups running',
  'Groups completed',
  'Places held',
  'Places offered',
  'Interest waiting',
  'Schools',
]

const cellsOf = (year: AcademicYear, { hub, project, code, isOwn, planned, progress }: Line): readonly string[] => [
  yearLabel(year),
  hub,
  code ?? '',
  project,
  isOwn ? 'The hub itself' : 'National catalogue',
  ...[planned?.groups ?? '', planned?.places ?? '', groupsOf(progress)].map(String),
  ...[progress.forming, progress.confirmed, progress.running, progress.completed].map(String),
  ...[progress.held, progress.offered, progress.waiting, progress.schools].map(String),
]

/** Lines as a file; filled in, it can be brought back as a list of targets. */
export const linesFile = (name: string, year: AcademicYear, lines: readonly Line[]): Answer =>
  file({
    body: writeCsv([headings, ...lines.map((line) => cellsOf(year, line))]),
    type: 'text/csv; charset=utf-8',
    name: `${name}-${yearSlug(year)}.csv`,
  })
