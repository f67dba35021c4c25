import { attendedBy, nothingYet, type OnRegister, type ToCount } from '../registers/index.ts'
import { besideAlone, besideTogether, type TimeBeside } from '../year-plans/index.ts'
import { type Asked, type Done, type Standing, standingOf } from './sums.ts'
import { type Expected, toComeOf } from './to-come.ts'

export type Facts = ToCount & {
  readonly asked: Asked
  readonly today: Temporal.PlainDate
  readonly beside: readonly TimeBeside[]
  /** Who is expected at which session still to come. */
  readonly expected: readonly Expected[]
  readonly toCome: readonly { readonly sessionId: string; readonly minutes: number }[]
}

export type Line = Done & {
  readonly id: string
  readonly name: string
  readonly organisation: string
  /** Whoever only stood in for somebody: nothing is asked of them. */
  readonly isSubstitute: boolean
  readonly standing: Standing | null
}

export type GroupSums = {
  readonly asked: Asked
  readonly held: number
  /** The group itself: its sessions, and what its leads do beside them. */
  readonly group: Done & { readonly standing: Standing | null }
  readonly organisations: readonly Line[]
  readonly people: readonly Line[]
}

const groupOf = ({ asked, held, people, beside, toCome, today }: Facts): GroupSums['group'] => {
  const takingPart = new Set(people.map(({ personId }) => personId))
  const done = {
    sum: { sessions: held.length, minutes: held.reduce((sum, { minutes }) => sum + minutes, 0), toSettle: 0 },
    beside: besideTogether(
      beside.filter(({ personId }) => !takingPart.has(personId)),
      today,
    ),
    toCome: toComeOf(toCome),
  }
  return { ...done, standing: standingOf(done, asked) }
}

/** What was done in a group, for each organisation and each person and the group itself; only for some organisations where those are given. */
export const groupSums = (facts: Facts, only?: ReadonlySet<string>): GroupSums => {
  const { asked, held, marks, people, counting, beside, expected, today } = facts
  const sums = attendedBy(held, marks, counting)
  const shown = people.filter(({ organisationId }) => !only || only.has(organisationId))
  const organisation = (id: string, parts: readonly OnRegister[]): Line => {
    const name = parts[0]?.organisation ?? ''
    const own = new Set(parts.map(({ personId }) => personId))
    const done = {
      sum: sums.organisations.get(id) ?? nothingYet,
      beside: besideTogether(
        beside.filter(({ personId }) => own.has(personId)),
        today,
      ),
      toCome: toComeOf(expected.filter(({ organisationId }) => organisationId === id)),
    }
    return { id, name, organisation: name, isSubstitute: false, ...done, standing: standingOf(done, asked) }
  }
  const person = (id: string, parts: readonly OnRegister[]): Line => {
    const own = parts.find(({ part }) => part !== 'substitute')
    const { name, organisation } = own ?? parts[0] ?? { name: '', organisation: '' }
    const done = {
      sum: sums.people.get(id) ?? nothingYet,
      beside: besideAlone(
        beside.filter(({ personId }) => personId === id),
        today,
      ),
      toCome: toComeOf(expected.filter(({ personId }) => personId === id)),
    }
    return { id, name, organisation, isSubstitute: !own, ...done, standing: own ? standingOf(done, asked) : null }
  }
  return {
    asked,
    held: sums.held,
    group: groupOf(facts),
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
  /** How many schools have reached what is asked; null where the project asks for nothing that can be counted. */
  met: organisations.some(({ standing }) => standing !== null)
    ? organisations.filter(({ standing }) => standing === 'reached').length
    : null,
  people: people.filter(({ isSubstitute }) => !isSubstitute).length,
  sessionsOfPeople: people.reduce((total, { sum }) => total + sum.sessions, 0),
  minutesOfPeople: people.reduce((total, { sum }) => total + sum.minutes, 0),
  toSettle: organisations.reduce((total, { sum }) => total + sum.toSettle, 0),
})
export type GroupLine = ReturnType<typeof groupLine>
