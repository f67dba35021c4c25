import { machineClock } from '../../../platform/clock.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { FeedOf } from '../feed.ts'
import { mayRenewFeed } from '../policy.ts'
import { insertStopped } from '../store.ts'

/** Every address of a calendar feed that was given out opens no more; those given from now on do. */
export const renewFeed = (context: Context, of: FeedOf): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayRenewFeed(context.actor, of)) throw new Forbidden('Only those whose calendar it is renew its address')
    // Links carry the second in which they were made: those of this second are the new ones.
    const until = machineClock.now().round({ smallestUnit: 'second', roundingMode: 'floor' })
    await insertStopped(tx, { subjectId: of.id, purposes: ['calendar'], until })
    await record(tx, context, { name: 'calendar-feed.renewed', subject: { type: of.type, id: of.id } })
  })
