import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { Away, Stretch } from '../day.ts'
import { mayStateOwnTimes, mayStateVenueTimes } from '../policy.ts'
import { replaceTimes } from '../store.ts'
import { hubOfVenue } from '../times-queries.ts'

type Times = { readonly can: readonly Stretch[]; readonly away: readonly Away[] }

/** Somebody says when they can lead sessions; it stands in the place of what they said before. */
export const stateOwnTimes = (
  context: Context,
  { personId, times }: { personId: string; times: Times },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayStateOwnTimes(context.actor, personId)) throw new Forbidden('Everybody states their own times')
    await replaceTimes(tx, { personId }, times, context.now)
    await record(tx, context, {
      name: 'times.stated',
      subject: { type: 'person', id: personId },
      particulars: { stretches: times.can.length, away: times.away.length },
    })
  })

/** A hub says when one of its venues is free. */
export const stateVenueTimes = (
  context: Context,
  { venueId, times }: { venueId: string; times: Times },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const hubId = await hubOfVenue(tx, venueId)
    if (hubId === null || !mayStateVenueTimes(context.actor, hubId))
      throw new NotFound('Only staff of its hub keep a venue')
    await replaceTimes(tx, { venueId }, times, context.now)
    await record(tx, context, {
      name: 'venue-times.stated',
      subject: { type: 'venue', id: venueId },
      also: [{ type: 'hub', id: hubId }],
      particulars: { stretches: times.can.length, away: times.away.length },
    })
  })
