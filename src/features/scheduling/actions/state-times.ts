import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, NotFound } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { groupInSight } from '../../groups/index.ts'
import type { Away, Stretch } from '../day.ts'
import { mayStateOwnTimes, mayStateTimesOfLead, mayStateVenueTimes } from '../policy.ts'
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

/** The hub that holds a group says when one of its leads can, in the place of what was said before; the lead sees who said it, and may change it. */
export const stateTimesOfLead = (
  context: Context,
  { groupId, personId, times }: { groupId: string; personId: string; times: Times },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const group = found(await groupInSight(context, groupId))
    if (!mayStateTimesOfLead(context.actor, group))
      throw new Forbidden('Only staff of the lead hub state when a lead can')
    found(group.leads.find((lead) => lead.personId === personId))
    await replaceTimes(tx, { personId }, times, context.now)
    await record(tx, context, {
      name: 'times.stated-by-hub',
      subject: { type: 'person', id: personId },
      also: [{ type: 'group', id: group.id }],
      particulars: { stretches: times.can.length, away: times.away.length, hub: group.hubSlug },
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
