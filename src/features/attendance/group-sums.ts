import { inTenths } from '../../vocabulary/fraction.ts'
import { type Asked, daysOf, type Held, isMet, nothingYet, type StandingMark, type Summed, sumsOf } from './sums.ts'

type Person = {
  readonly participantId: string
  readonly personId: string
  readonly name: string
  readonly organisationId: string
  readonly organisation: string
}

export type Facts = {
  readonly asked: Asked
  readonly held: readonly Held[]
  readonly marks: readonly StandingMark[]
  readonly people: readonly Person[]
}

export type Line = {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly sum: Summed
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
export const groupSums = ({ asked, held, marks, people }: Facts, only?: ReadonlySet<string>): GroupSums => {
  const sums = sumsOf(held, marks, asked)
  const shown = people.filter(({ organisationId }) => !only || only.has(organisationId))
  const first = <T>(key: (person: Person) => string, lineOf: (person: Person) => T): readonly T[] =>
    [...Map.groupBy(shown, key).values()].flatMap(([person]) => (person ? [lineOf(person)] : []))
  const line = (id: string, name: string, organisation: string, sum: Summed = nothingYet): Line => ({
    id,
    name,
    organisation,
    sum,
    isMet: isMet(sum, asked),
  })
  return {
    asked,
    held: sums.held,
    minutesHeld: sums.minutesHeld,
    organisations: first(
      ({ organisationId }) => organisationId,
      ({ organisation, organisationId }) =>
        line(organisationId, organisation, organisation, sums.organisations.get(organisationId)),
    ),
    people: first(
      ({ personId }) => personId,
      ({ name, organisation, personId }) => line(personId, name, organisation, sums.people.get(personId)),
    ),
  }
}

/** A group in one line: its schools that have reached what is asked, and what all of them came to. */
export const groupLine = ({ organisations, people, held }: GroupSums) => ({
  held,
  organisations: organisations.length,
  met: organisations.filter(({ isMet }) => isMet === true).length,
  people: people.length,
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
