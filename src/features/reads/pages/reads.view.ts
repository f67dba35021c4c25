import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import type { Html } from '../../../ui/html.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'

export type ReadLine = {
  readonly read_at: Temporal.Instant
  readonly reader: string
  readonly hub: string | null
  readonly page: string
  readonly kind: string
  readonly people_count: number
  readonly reason: string | null
}

const pageWords: readonly (readonly [RegExp, string])[] = [
  [/register/, 'Register of a session'],
  [/attendance/, 'Attendance of a group'],
  [/statements/, 'Statements of participation'],
  [/tasks/, 'Reflections on a task'],
  [/evaluation/, 'Evaluation of a group'],
  [/interest/, 'Request to join'],
  [/charges/, 'Charge'],
  [/placement/, 'Placement'],
  [/participants/, 'List of participants, taken out'],
  [/personal-data/, 'Record of a person'],
  [/^\/groups/, 'Group and its people'],
]

/** What was opened, in words. */
const whatOf = ({ page, kind }: ReadLine): string => {
  const words = pageWords.find(([pattern]) => pattern.test(page))?.[1] ?? 'Record'
  if (kind === 'subject_access') return 'Report to the person, asked for'
  return kind === 'export' && !words.includes('taken out') ? `${words}, taken out` : words
}

/** Readings of personal data: when, who, what, why. */
export const readsTable = (reads: readonly ReadLine[], withPeople = false): Html =>
  scrollable(
    'Who read what',
    table({
      stacks: true,
      caption: 'Who read what',
      captionClasses: 'govuk-visually-hidden',
      head: ['When', 'Who', 'What', 'Where', ...(withPeople ? ['People'] : []), 'Stated reason'],
      rows: reads.map((read) => [
        formatInstant(read.read_at),
        read.reader,
        whatOf(read),
        read.hub ?? 'The network',
        ...(withPeople ? [String(read.people_count)] : []),
        read.reason ?? '',
      ]),
    }),
  )
