import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { completeGroup, lockGroup, mayPlanGroup } from '../../groups/index.ts'
import { completePlace, endPlace } from '../../places/index.ts'
import { groupWorkedOn, takingPartIn } from '../../registers/index.ts'
import { writeStageRecord } from '../../stages/index.ts'
import { evidenceInWords, type HeldPlace, mayBeCompleted, reasonAgainstCompletion, type Year } from '../completion.ts'
import { attendanceWithEarlier } from '../earlier-attendance-queries.ts'
import { placesToComplete, sessionsToCome, stageStatusOf, stagesOfProject } from '../queries.ts'
import { inviteToNextStage } from './invite-to-next-stage.ts'
import { issueStatements } from './issue-statements.ts'

/** Places that leave though somebody of them came, each with the reason why. */
export type CompleteGroupYear = {
  readonly groupId: string
  readonly leaving: readonly { placeId: string; reason: string }[]
}
export type YearCompleted = {
  readonly completed: number
  readonly left: number
  readonly statements: number
  readonly invited: number
}

/**
 * Completes the year of a group in one transaction: each place is completed, or left when nobody of it came or the lead says
 * why; stages are recorded, statements issued, and schools invited to the next stage.
 */
export const completeGroupYear = (context: Context, input: CompleteGroupYear): Promise<YearCompleted> =>
  transaction(context, async (tx, context) => {
    const group = found(await groupWorkedOn(context, input.groupId))
    if (!mayPlanGroup(context.actor, group)) throw new Forbidden('The lead hub and the leads complete a group')
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
      stage: await stagesOfProject(tx, group.projectId),
    }
    const completed = await settlePlaces(context, year, places.held, input.leaving)
    const statements = await issueStatements(tx, context, year, completed)
    const invited = await inviteToNextStage(tx, context, year, completed)
    await completeGroup(context, group.id)
    const result = { completed: completed.length, left: places.held.length - completed.length, statements, invited }
    await record(tx, context, {
      name: 'group.year-completed',
      subject: { type: 'group', id: group.id },
      particulars: result,
    })
    return result
  })

const settlePlaces = async (
  context: Context,
  year: Year,
  places: readonly HeldPlace[],
  leaving: CompleteGroupYear['leaving'],
): Promise<readonly HeldPlace[]> => {
  const completed: HeldPlace[] = []
  for (const place of places) {
    const attended = year.attendance.organisations.find(({ placeId }) => placeId === place.id)?.sessionsAttended ?? 0
    const told = leaving.find(({ placeId }) => placeId === place.id)
    const isCompleted = mayBeCompleted({ sessionsAttended: attended }) && told === undefined
    if (isCompleted) {
      await completePlace(context, place.id)
      completed.push(place)
    } else {
      // The lead's word ends a place here, which otherwise only the school and its hub do.
      await endPlace(
        actingAs(context, { kind: 'system', task: 'complete-group' }),
        place.id,
        told?.reason ?? 'Nobody of the organisation came to a session.',
      )
    }
    await recordStage(context, year, { place, attended, isCompleted })
  }
  return completed
}

const recordStage = async (
  context: Context,
  { group, heldFor, stage }: Year,
  of: { place: HeldPlace; attended: number; isCompleted: boolean },
): Promise<void> => {
  if (stage === null) return
  const which = { organisationId: of.place.organisationId, stageId: stage.id, year: group.year }
  const known = await stageStatusOf(context.db, which)
  if (known !== null && known !== 'in_progress') return
  const evidence = evidenceInWords({ sessionsAttended: of.attended }, group, heldFor(of.place.id))
  await writeStageRecord(context, {
    ...which,
    status: of.isCompleted ? 'completed' : 'withdrew',
    groupId: group.id,
    evidence,
  })
}
