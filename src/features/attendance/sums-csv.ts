import { inTenths } from '../../vocabulary/fraction.ts'
import type { GroupSums, Line } from './group-sums.ts'
import { countedOf, daysOf, type Standing } from './sums.ts'

export const csvHead = [
  'Group',
  'Project',
  'Counted for',
  'School or provider',
  'Name',
  'Sessions',
  'Sessions held',
  'Sessions asked',
  'Minutes',
  'Days',
  'Days asked',
  'Reached',
  'To settle',
  'Minutes beside sessions',
  'Sessions planned',
  'Minutes planned',
  'Minutes planned beside sessions',
  'Days with what is planned',
]

const reached = (standing: Standing | null): string => (standing === null ? '' : standing === 'reached' ? 'yes' : 'no')

/** The lines of a group as rows of a file: organisations first, then people. */
export const csvLines = (
  group: { readonly name: string; readonly project: string },
  { asked, held, organisations, people }: GroupSums,
): readonly string[][] => {
  const row = (kind: string, line: Line): string[] => {
    const { name, organisation, sum, beside, toCome, standing } = line
    const { far, whole } = countedOf(line, asked)
    return [
      group.name,
      group.project,
      kind,
      organisation,
      kind === 'person' ? name : '',
      String(sum.sessions),
      String(held),
      String(asked.sessions ?? ''),
      String(sum.minutes),
      inTenths(daysOf(far, asked)),
      String(asked.days ?? ''),
      reached(standing),
      String(sum.toSettle),
      String(beside.done),
      String(toCome.sessions),
      String(toCome.minutes),
      String(beside.planned),
      inTenths(daysOf(whole, asked)),
    ]
  }
  return [...organisations.map((line) => row('school or provider', line)), ...people.map((line) => row('person', line))]
}
