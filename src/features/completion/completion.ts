import { academicYear, yearLabel } from '../../vocabulary/academic-year.ts'
import type { GroupSeen } from '../groups/index.ts'
import type { Attendance, TakingPart } from '../registers/index.ts'
import type { Asked, Done, Terms } from './terms.ts'

/** The evidence of a stage record, without names of people and without the words of whoever decided otherwise. */
export const evidenceInWords = (
  place: Done & { readonly isException: boolean },
  group: { name: string; year: number },
  { held, tasksSet }: Asked,
): string => {
  const tasks = tasksSet === 0 ? '' : ` and returned ${place.tasksReturned} of ${tasksSet} reflections`
  const exception = place.isException ? ' It fell short of what the project asks, and was completed for a reason.' : ''
  return `${group.name}, ${yearLabel(academicYear(group.year))}: somebody of the school came to ${place.sessionsAttended} of ${held} sessions${tasks}.${exception}`
}

/** Why a group cannot be completed now; null when it can. */
export const reasonAgainstCompletion = (group: {
  status: string
  held: number
  toSettle: number
  toCome: number
  offered: number
}): string | null => {
  if (group.status === 'completed') return 'This group is completed.'
  if (group.status !== 'running') return 'Only a running group is completed: its first session starts it.'
  if (group.held === 0) return 'No session has been held yet.'
  if (group.toCome > 0)
    return `${group.toCome === 1 ? 'One session is' : `${group.toCome} sessions are`} still to be held. Take the register, or cancel what does not take place.`
  if (group.toSettle > 0) return 'Some marks in the registers differ and are to be settled first.'
  if (group.offered > 0) return 'A place is still offered. Wait for the answer, or end the offer.'
  return null
}

/** What a statement of participation states, besides the name of its holder; kept as it was when issued. */
export type Particulars = {
  readonly project: string
  readonly projectCode: string | null
  readonly year: number
  readonly group: string
  readonly hub: string
  readonly organisation: string
  readonly sessionsAttended: number
  readonly sessionsHeld: number
  readonly hours: number
  /** Missing on statements that were issued before reflections were counted. */
  readonly tasksReturned?: number | undefined
  readonly tasksSet?: number | undefined
  /** Missing on statements of the time when what a substitute came to counted for whom they stood in for. */
  readonly inPerson?: boolean | undefined
}

/** What a statement counts, in a sentence beside its figures. */
export const countedOnStatement =
  'Counted is what the holder came to themselves, in the room or online, and not what a substitute came to for them.'

/** A place that is held when its group is completed. */
export type HeldPlace = {
  readonly id: string
  readonly organisationId: string
  readonly organisation: string
  readonly urn: number | null
}

/** The stage a project leads through, and the one that follows it. */
export type StageOfProject = {
  readonly id: string
  readonly name: string
  readonly next: { readonly id: string; readonly name: string } | null
}

/** Tasks somebody was asked for, and those to which they returned a reflection. */
export type TasksDone = { readonly asked: number; readonly returned: number }

/** Everything about a group's year that completing it needs, read before places end: afterwards nobody takes part any more. */
export type Year = {
  readonly group: GroupSeen
  readonly attendance: Attendance
  /** How many sessions a place could have come to. */
  readonly heldFor: (placeId: string) => number
  readonly people: readonly TakingPart[]
  readonly terms: Terms
  /** By place and by participant: of how many tasks they were asked, and to how many a reflection came back. */
  readonly tasks: ReadonlyMap<string, TasksDone>
  readonly stage: StageOfProject | null
}

type Counted = Pick<Year, 'attendance' | 'heldFor' | 'tasks'>

/** What a place could have come to and returned: in a group that others have joined, since it is in it, and before where it was. */
export const askedOf = ({ heldFor, tasks }: Pick<Year, 'heldFor' | 'tasks'>, placeId: string): Asked => ({
  held: heldFor(placeId),
  tasksSet: tasks.get(placeId)?.asked ?? 0,
})

/** What came of a year at one place. */
export const doneAt = ({ attendance, tasks }: Pick<Year, 'attendance' | 'tasks'>, placeId: string): Done => ({
  sessionsAttended: attendance.organisations.find((line) => line.placeId === placeId)?.sessionsAttended ?? 0,
  tasksReturned: tasks.get(placeId)?.returned ?? 0,
})

/** A sign of what was decided on: it changes with every register, reflection and place. */
export const markOfYear = (year: Counted & Pick<Year, 'terms'>, places: readonly { readonly id: string }[]): string =>
  [
    year.terms.leastShare ?? '-',
    year.terms.leastTasks ?? '-',
    ...places.map(({ id }) => [id, ...Object.values(askedOf(year, id)), ...Object.values(doneAt(year, id))].join(':')),
  ].join(' ')
