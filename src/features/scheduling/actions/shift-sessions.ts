import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { rearrangeSessions } from '../../sessions/index.ts'

export type Move = {
  readonly sessionId: string
  readonly sequence: number
  readonly onDate: Temporal.PlainDate
  readonly startsAt: Temporal.PlainTime
  readonly endsAt: Temporal.PlainTime
}

/** Moves one session, or it and those after it, as was shown: whoever was told hears of all of it in one mail (domain rule 8). */
export const shiftSessions = (
  context: Context,
  { groupId, moves }: { readonly groupId: string; readonly moves: readonly Move[] },
): Promise<{ readonly moved: number; readonly told: number }> =>
  transaction(context, async (tx, context) => {
    const came = await rearrangeSessions(context, {
      groupId,
      moves: moves.map(({ sessionId, sequence, ...details }) => ({ sessionId, sequence, details })),
    })
    if (came.moved > 0)
      await record(tx, context, {
        name: 'schedule.shifted',
        subject: { type: 'group', id: groupId },
        particulars: { sessions: came.moved, told: came.told },
      })
    return came
  })
