import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { completeGroup, lockGroup, mayPlanGroup } from '../../groups/index.ts'
import { prepareInvitations } from '../../next-stages/index.ts'
import { completePlace, endPlace } from '../../places/index.ts'
import { groupWorkedOn, takingPartIn } from '../../registers/index.ts'
import { writeStageRecord } from '../../stages/index.ts'
import {
  askedOf,
  doneAt,
  evidenceInWords,
  type HeldPlace,
  markOfYear,
  reasonAgainstCompletion,
  type Year,
} from '../completion.ts'
import { attendanceWithEarlier } from '../earlier-attendance-queries.ts'
import {
  placesToComplete,
  sessionsToCome,
  stageStatusOf,
  stagesOfProject,
  tasksOfYear,
  termsOfProject,
} from '../queries.ts'
import { outcomeOf, shortfallsOf } from '../terms.ts'
import { issueStatements } from './issue-statements.ts'

type Told = { readonly placeId: string; readonly reason: string }

/**
 * Places that leave though they have done what is asked, and such as complete though they fall short, each with the reason why;
 * and the mark of the list that was decided on, so that nothing is decided on what has changed since.
 */
export type CompleteGroupYear = {
  readonly groupId: string
  readonly leaving: readonly Told[]
  readonly despite?: readonly Told[]
  readonly seen?: string
}
export type YearCompleted = {
  readonly completed: number
  readonly left: number
  readonly statements: number
  readonly invited: number
}

/**
 * Completes the year of a group in one transaction: each place is completed when it has done what the project asks, or the lead
 * says why though it has not, and is left otherwise; stages are recorded, statements issued, invitations to the next stage prepared.
 */
export const completeGroupYear = (context: Context, input: CompleteGroupYear): Promise<YearCompleted> =>
  transaction(context, async (tx, context) => {
    const group = found(await groupWorkedOn(context, input.groupId))
    if (!mayPlanGroup(context.actor, group)) throw new Forbidden('The lead hub and the leads complete a group')
    requireReasons(input)
    await lockGroup(tx, group.id)
    const { attendance, heldFor } = await attendanceWithEarlier(tx, group.id)
    const places = await placesToComplete(tx, group.id)
    const against = reasonAgainstCompletion({
      status: (await lockGroup(tx, group.id)).status,
      held: attendance.held,
      toSettle: attendance.participants.reduce((sum, line) => sum + line.toSettle, 0),
      toCome: await sessionsToCome(tx, group.id),
      offered: places.offered,
    })
    if (against) throw new Refused(against)
    // Read before places end: afterwards nobody takes part any more.
    const year: Year = {
      group,
      attendance,
      heldFor,
      people: await takingPartIn(tx, group.id),
      terms: await termsOfProject(tx, group.projectId),
      tasks: await tasksOfYear(tx, group.id),
      stage: await stagesOfProject(tx, group.projectId),
    }
    if (input.seen !== undefined && input.seen !== markOfYear(year, places.held))
      throw new Conflict('A register, a reflection or a place of this group has changed since you opened the page.')
    const completed = await settlePlaces(context, year, places.held, input)
    const statements = await issueStatements(tx, context, year, completed)
    const invited = await prepareNextStage(context, year, completed)
    await completeGroup(context, group.id)
    const result = { completed: completed.length, left: places.held.length - completed.length, statements, invited }
    await record(tx, context, {
      name: 'group.year-completed',
      subject: { type: 'group', id: group.id },
      particulars: result,
    })
    return result
  })

const requireReasons = ({ leaving, despite = [] }: CompleteGroupYear): void => {
  if ([...leaving, ...despite].some(({ reason }) => reason.trim() === ''))
    throw new Refused('Say why, for each place that is decided otherwise than what the project asks.')
}

const prepareNextStage = async (context: Context, { group, stage }: Year, completed: readonly HeldPlace[]) =>
  stage?.next
    ? prepareInvitations(context, {
        group,
        fromStageId: stage.id,
        next: stage.next,
        organisationIds: completed.map(({ organisationId }) => organisationId),
      })
    : 0

const settlePlaces = async (
  context: Context,
  year: Year,
  places: readonly HeldPlace[],
  { leaving, despite = [] }: CompleteGroupYear,
): Promise<readonly HeldPlace[]> => {
  const completed: HeldPlace[] = []
  for (const place of places) {
    const done = doneAt(year, place.id)
    const outcome = outcomeOf(year.terms, askedOf(year, place.id), done)
    const left = leaving.find(({ placeId }) => placeId === place.id)
    const exception = outcome === 'short' ? despite.find(({ placeId }) => placeId === place.id) : undefined
    const isCompleted = outcome === 'meets' ? left === undefined : exception !== undefined
    if (isCompleted) {
      await completePlace(context, place.id, exception?.reason ?? null)
      completed.push(place)
    } else {
      // The lead's word ends a place here, which otherwise only the school and its hub do.
      const system = actingAs(context, { kind: 'system', task: 'complete-group' })
      await endPlace(system, place.id, left?.reason ?? whyNot(year, place.id))
    }
    await recordStage(context, year, { place, isCompleted, isException: exception !== undefined })
  }
  return completed
}

const whyNot = (year: Year, placeId: string): string => {
  const done = doneAt(year, placeId)
  if (done.sessionsAttended === 0) return 'Nobody of the organisation came to a session.'
  return `The organisation ${shortfallsOf(year.terms, askedOf(year, placeId), done).join('; it ')}.`
}

const recordStage = async (
  context: Context,
  year: Year,
  of: { place: HeldPlace; isCompleted: boolean; isException: boolean },
): Promise<void> => {
  const { group, stage } = year
  if (stage === null) return
  const which = { organisationId: of.place.organisationId, stageId: stage.id, year: group.year }
  const known = await stageStatusOf(context.db, which)
  if (known !== null && known !== 'in_progress') return
  const place = { ...doneAt(year, of.place.id), isException: of.isException }
  await writeStageRecord(context, {
    ...which,
    status: of.isCompleted ? 'completed' : 'withdrew',
    groupId: group.id,
    evidence: evidenceInWords(place, group, askedOf(year, of.place.id)),
  })
}
