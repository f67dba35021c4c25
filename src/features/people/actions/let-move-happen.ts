import { type Context, transaction } from '../../../platform/context.ts'
import { Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { comingMovesOf } from '../coming-moves-queries.ts'
import { lockComingMove, settleComingMove } from '../coming-moves-store.ts'
import type { Said } from '../leaving.ts'
import { lapseComingMove } from './announce-move.ts'
import { leave, refusalToLeave } from './say-who-left.ts'

/** On its day a move that was told before takes effect as if it had been said that day; one that cannot any more is told of. */
export const letMoveHappen = (context: Context, id: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const locked = await lockComingMove(tx, id)
    const move = locked && (await comingMovesOf(tx, locked.person_id)).find((each) => each.id === id)
    if (!locked || !move) return
    if (Temporal.PlainDate.compare(move.on, context.today) > 0) throw new Refused('Its day is still to come.')
    const said: Said = {
      personId: move.personId,
      fromOrganisationId: move.fromId,
      on: move.on,
      to: move.toId && locked.post ? { organisationId: move.toId, post: locked.post } : null,
      saidBy: locked.said_by as Said['saidBy'],
      saidByPersonId: locked.said_by_person_id,
    }
    const refusal = await refusalToLeave(tx, context, said)
    if (refusal) return lapseComingMove(tx, context, move, refusal)
    const moveId = await leave(tx, context, said)
    await settleComingMove(tx, id, { status: 'happened', now: context.now, moveId })
    await record(tx, context, {
      name: 'coming-move.happened',
      subject: { type: 'person', id: move.personId },
      particulars: { comingMoveId: id, moveId },
    })
  })
