import { inTenths } from '../../vocabulary/fraction.ts'
import { type Attended, attendedBy, nothingYet, type OnRegister, type ToCount } from '../registers/index.ts'
import { type Asked, daysOf, isMet } from './sums.ts'

export type Facts = ToCount & { readonly asked: Asked }

export type Line = {
  readonly id: string
  readonly name: string
  readonly organisation: string
  /** Whoever only stood in for somebody: nothing is asked of them. */
  readonly isSubstitute: boolean
  readonly sum: Attended
  readonly isMet: boolean | null
}

export type GroupSums = {
  readonly asked: Asked
  readonly held: number
  readonly minutesHeld: number
  readonly organisations: readonly Line[]
  readonly people: readonly Line[]
}

/** What the marks of a group come to, for each organisation and each person; only for some organisations where those are given. */
export const groupSums = ({ asked, held, marks, people, counting }: Facts, only?: ReadonlySet<string>): GroupSums => {
  const sums = attendedBy(held, marks, counting)
  const shown = people.filter(({ organisationId }) => !only || only.has(organisationId))
  const organisation = (id: string, [first]: readonly OnRegister[]): Line => {
    const [name, sum] = [first?.organisation ?? '', sums.organisations.get(id) ?? nothingYet]
    return { id, name, organisation: name, isSubstitute: false, sum, isMet: isMet(sum, asked) }
  }
  const person = (id: string, parts: readonly OnRegister[]): Line => {
    const own = parts.find(({ part }) => part !== 'substitute')
    const { name, organisation } = own ?? parts[0] ?? { name: '', organisation: '' }
    const sum = sums.people.get(id) ?? nothingYet
    return { id, name, organisation, isSubstitute: !own, sum, isMet: own ? isMet(sum, asked) : null }
  }
  return {
    asked,
    held: sums.held,
    minutesHeld: sums.minutesHeld,
    organisations: [...Map.groupBy(shown, ({ organisationId }) => organisationId)].map(([id, own]) =>
      organisation(id, own),
    ),
    people: [...Map.groupBy(shown, ({ personId }) => personId)].map(([id, own]) => person(id, own)),
  }
}

/** A group in one line: its schools that have reached what is asked, and what all of them came to. */
export const groupLine = ({ organisations, people, held }: GroupSums) => ({
  held,
  organisations: organisations.length,
  met: organisations.filter(({ isMet }) => isMet === true).length,
  people: people.filter(({ isSubstitute }) => !isSubstitute).length,
  sessionsOfPeople: people.reduce((total, { sum }) => total + sum.sessions, 0),
  minutesOfPeople: people.reduce((total, { sum }) => total + sum.minutes, 0),
  toSettle: organisations.reduce((total, { sum }) => total + sum.toSettle, 0),
})
export type GroupLine = ReturnType<typeof groupLine>

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
]

const reached = (isMet: boolean | null): string => (isMet === null ? '' : isMet ? 'yes' : 'no')

/** The lines of a group as rows of a file: organisations first, then people. */
export const csvLines = (
  group: { readonly name: string; readonly project: string },
  sums: GroupSums,
): readonly string[][] => {
  const row = (kind: string, { name, organisation, sum, isMet }: Line): string[] => [
    group.name,
    group.project,
    kind,
    organisation,
    kind === 'person' ? name : '',
    String(sum.sessions),
    String(sums.held),
    String(sums.asked.sessions ?? ''),
    String(sum.minutes),
    inTenths(daysOf(sum, sums.asked)),
    String(sums.asked.days ?? ''),
    reached(isMet),
    String(sum.toSettle),
  ]
  return [
    ...sums.organisations.map((line) => row('school or provider', line)),
    ...sums.people.map((line) => row('person', line)),
  ]
}
