import { machineClock } from '../../../platform/clock.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayEndActing } from '../policy.ts'
import { episodesOver } from '../queries.ts'
import { closeEpisode, lockEpisode } from '../store.ts'

const close = (context: Context, id: string, name: 'acting.ended' | 'acting.lapsed'): Promise<void> =>
  transaction(context, async (tx, context) => {
    const closed = await closeEpisode(tx, id, context.now)
    // Two who end it at once end it once.
    if (!closed) return
    await record(tx, context, {
      name,
      subject: { type: 'person', id: closed.forId },
      also: [{ type: 'person', id: closed.byId }],
      particulars: { episodeId: id },
    })
  })

/** Acting for somebody ends, at the word of whoever acts or of the person they act for. */
export const endActing = (context: Context, id: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayEndActing(context.actor, found(await lockEpisode(tx, id))))
      throw new Forbidden('Only who acts, or the person they act for, ends it')
    await close(context, id, 'acting.ended')
  })

/** Episodes end by themselves when their hour or their signed-in session is over. */
export const lapseActing = async (context: Context): Promise<void> => {
  for (const { id } of await episodesOver(context.db, machineClock.now())) await close(context, id, 'acting.lapsed')
}
