import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import {
  type Interest,
  interestById,
  isOverdueToTell,
  isReminderDue,
  lockWithGroup,
  mayDecideOnInterest,
  namesOfInterest,
  tellHub,
  tellSender,
} from '../../interest/index.ts'
import { hubToldOfNamesLetter, namesOverdueLetter, namesReminder } from '../emails/naming.email.ts'
import { setOverdueTold, setReminded } from '../store.ts'

const minutesBetween = 10

/** Whoever asked is reminded of people who are not named: by the clock once, a week before the last day; by the hub when it likes. */
export const remindOfNames = (context: Context, input: { interestId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = await lockWithGroup(tx, input.interestId)
    if (!mayDecideOnInterest(context.actor, interest.hub.id))
      throw new Forbidden('Only staff of the hub remind of names')
    const naming = found(await namesOfInterest(tx, interest.id))
    const bySweep = context.actor.kind === 'system'
    if (bySweep && !isReminderDue(naming, context.today)) return
    if (naming.missing === 0) throw new Refused(`${interest.organisation.name} has named everybody.`)
    const { remindedAt } = naming
    // Pressed twice, one mail goes out.
    if (remindedAt && Temporal.Duration.compare(context.now.since(remindedAt), { minutes: minutesBetween }) < 0) return
    await setReminded(tx, interest.id, context.now)
    const draw = (one: Interest, url: string) => namesReminder(one, naming, url)
    await tellSender({ tx, context, interest }, draw, `names:${context.now}`)
    await record(tx, context, { name: 'interest.names-reminded', ...about(interest, naming.missing) })
  })

/** The last day is over and people are missing: whoever asked and the hub are told, once for each last day. The place stays as it is. */
export const noteNamesOverdue = (context: Context, input: { interestId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = await lockWithGroup(tx, input.interestId)
    const naming = found(await namesOfInterest(tx, interest.id))
    if (!isOverdueToTell(naming, context.today)) return
    const what = `names-overdue:${naming.by}`
    await setOverdueTold(tx, interest.id, context.now)
    const told = found(await interestById(tx, interest.id))
    await tellSender({ tx, context, interest: told }, (one, url) => namesOverdueLetter(one, naming, url), what)
    await tellHub({ tx, context, interest: told }, (one, url) => hubToldOfNamesLetter(one, naming, url), what)
    await record(tx, context, { name: 'interest.names-overdue', ...about(interest, naming.missing) })
  })

const about = (interest: Interest, missing: number) => ({
  subject: { type: 'interest', id: interest.id },
  also: [{ type: 'offer', id: interest.offerId }],
  particulars: { missing },
})
