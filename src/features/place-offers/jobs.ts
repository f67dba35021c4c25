import { z } from 'zod'
import { eachDue, type Jobs, type Sweeps } from '../../platform/jobs.ts'
import { placesPastDeadline } from '../places/index.ts'
import { lapseOverduePlace, remindOfPlace } from './actions/lapse-place.ts'
import { passOnRoom } from './actions/pass-on-room.ts'
import { offerElsewhere, settleEndedPlace } from './actions/settle-ended-place.ts'
import { interestBehindItsPlace, interestToRemind } from './queries.ts'

const freedRoom = z.object({
  groupId: z.uuid(),
  organisations: z.number().int(),
  people: z.number().int(),
  mark: z.uuid(),
})

const calledOff = z.object({ groupId: z.uuid() })

export const jobs: Jobs = {
  'offer-freed-room': (context, payload) => passOnRoom(context, freedRoom.parse(payload)),
  'offer-elsewhere': (context, payload) => offerElsewhere(context, calledOff.parse(payload).groupId),
}

/** What falls due by the clock: offers of places without an answer, requests whose place has moved on. */
export const sweeps: Sweeps = {
  'lapse-places': async (context) =>
    eachDue(context, await placesPastDeadline(context.db, context.now), (id) => lapseOverduePlace(context, id)),
  'remind-of-places': async (context) =>
    eachDue(context, await interestToRemind(context.db, context.now), (id) => remindOfPlace(context, id)),
  'settle-places': async (context) =>
    eachDue(context, await interestBehindItsPlace(context.db), (id) => settleEndedPlace(context, id)),
}
