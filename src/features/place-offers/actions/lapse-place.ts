import { type Context, transaction } from '../../../platform/context.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { interestById, lockInterest, lockWithGroup, moveInterest, tellSender } from '../../interest/index.ts'
import { groupOfPlace, lapsePlace, peopleCountOfPlace } from '../../places/index.ts'
import { lapsedLetter, reminderLetter } from '../emails/deciding.email.ts'
import { interestIdOfPlace } from '../queries.ts'
import { takeReminder } from '../store.ts'
import { offerFreedPlace } from './offer-freed-place.ts'

/** Nobody answered an offer of a place by its deadline: it lapses and goes to the next in line. False when it was answered after all. */
export const lapseOverduePlace = (context: Context, placeId: string): Promise<boolean> =>
  transaction(context, async (tx, context) => {
    const groupId = found(await groupOfPlace(tx, placeId))
    const interestId = await interestIdOfPlace(tx, placeId)
    const interest = interestId ? await lockWithGroup(tx, interestId) : null
    if (!(await isLapsedNow(context, placeId))) return false
    if (interest?.status === 'offered') {
      await moveInterest(tx, context, interest, { to: 'lapsed', reason: 'No answer came in time.' })
      await record(tx, context, {
        name: 'interest.lapsed',
        subject: { type: 'interest', id: interest.id },
        also: [{ type: 'group', id: groupId }],
        particulars: { groupId, placeId },
      })
      await tellSender(
        { tx, context, interest: found(await interestById(tx, interest.id)) },
        lapsedLetter,
        `lapsed:${placeId}`,
      )
    }
    await offerFreedPlace(context, groupId, {
      freed: { organisations: 1, people: await peopleCountOfPlace(tx, placeId) },
    })
    return true
  })

// Answered, or given longer, since it was found overdue: the room of places refuses before it writes anything.
const isLapsedNow = async (context: Context, placeId: string): Promise<boolean> => {
  try {
    await lapsePlace(context, placeId)
    return true
  } catch (problem) {
    if (problem instanceof Refused) return false
    throw problem
  }
}

/** Reminds who was offered a place that its time to answer ends soon: once, and not when it has answered or the time is over. */
export const remindOfPlace = (context: Context, interestId: string): Promise<boolean> =>
  transaction(context, async (tx, context) => {
    const interest = await lockInterest(tx, interestId)
    if (!(await takeReminder(tx, interest.id))) return false
    const { place } = interest
    if (!place?.respondBy || Temporal.Instant.compare(place.respondBy, context.now) <= 0) return false
    await record(tx, context, {
      name: 'interest.reminded',
      subject: { type: 'interest', id: interest.id },
      particulars: { placeId: place.id, respondBy: place.respondBy.toString() },
    })
    await tellSender({ tx, context, interest }, reminderLetter, `reminded:${place.id}`, 'place')
    return true
  })
