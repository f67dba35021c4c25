import { z } from 'zod'
import { transaction } from '../../platform/context.ts'
import { eachDue, type Jobs, type Sweeps } from '../../platform/jobs.ts'
import { interestById } from '../interest/index.ts'
import { goingNowOf, type MailSource } from '../mail-times/index.ts'
import { placesPastDeadline } from '../places/index.ts'
import { lapseOverduePlace, remindOfPlace } from './actions/lapse-place.ts'
import { passOnRoom } from './actions/pass-on-room.ts'
import { offerElsewhere, settleEndedPlace } from './actions/settle-ended-place.ts'
import { reminderLetter } from './emails/deciding.email.ts'
import { placeReminders } from './mail-queries.ts'
import { interestBehindItsPlace } from './queries.ts'

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

/** Reminders of offered places, as the hub sees them before they go. */
export const placeMail: MailSource = {
  kind: 'place-reminder',
  goes: 'Whoever was offered a place and has not answered is reminded once, before the time to answer ends.',
  canGoEarly: true,
  toCome: placeReminders,
  letterTo: async ({ db, config }, { id }) => {
    const interest = await interestById(db, id)
    if (!interest) throw new Error('A reminder of a place is about a request that is there')
    return reminderLetter(interest, `${config.baseUrl}/place/… (their own link)`)
  },
  send: (context, mails) =>
    transaction(context, async (_, context) => {
      let sent = 0
      for (const { id } of mails) if (await remindOfPlace(context, id)) sent += 1
      return sent
    }),
}

/** What falls due by the clock: offers of places without an answer, requests whose place has moved on. */
export const sweeps: Sweeps = {
  'lapse-places': async (context) =>
    eachDue(context, await placesPastDeadline(context.db, context.now), (id) => lapseOverduePlace(context, id)),
  'remind-of-places': async (context) => {
    const waiting = await placeReminders(context, { hubId: null, subjectId: null, until: context.today })
    const going = await goingNowOf(context.db, waiting, context.now)
    await eachDue(
      context,
      going.map(({ id }) => id),
      (id) => remindOfPlace(context, id),
    )
  },
  'settle-places': async (context) =>
    eachDue(context, await interestBehindItsPlace(context.db), (id) => settleEndedPlace(context, id)),
}
