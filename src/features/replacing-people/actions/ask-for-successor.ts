import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { type Letter, post } from '../../../platform/mail/index.ts'
import { lockGroup } from '../../groups/index.ts'
import { hubStaffAddresses } from '../../people/index.ts'
import { contactsFor, vacancyAfter } from '../due-queries.ts'
import { askLetter, hubToldLetter, newDayLetter, overdueLetter, reminderLetter } from '../emails/successor.email.ts'
import { maySettleSuccessor } from '../policy.ts'
import { successorAsked } from '../queries.ts'
import { insertAsked, setAsked } from '../store.ts'
import type { SuccessorAsked } from '../successor.ts'
import { byDayInWords, dayToName, isOverdueToTell, isReminderDue } from '../successor.ts'

const daysALinkLasts = 200

/** What is asked, with its group locked: two who act at once wait for each other. */
export const lockedAsked = async (
  tx: Transaction,
  context: Context,
  participantId: string,
): Promise<SuccessorAsked> => {
  const { groupId } = found(await successorAsked(tx, participantId, context.today))
  await lockGroup(tx, groupId)
  return found(await successorAsked(tx, participantId, context.today))
}

export const requireOpen = ({ status, person, successor }: SuccessorAsked): void => {
  if (status === 'open') return
  throw new Refused(
    successor ? `${successor} follows ${person} already.` : `It is settled already what becomes of ${person}’s part.`,
  )
}

/** What the history says a successor is about. */
export const aboutAsked = (asked: SuccessorAsked) => ({
  subject: { type: 'place', id: asked.placeId },
  also: [
    { type: 'group', id: asked.groupId },
    { type: 'organisation', id: asked.organisationId },
  ],
})

type Draw = (asked: SuccessorAsked, to: { readonly name: string; readonly url: string }) => Letter

/** Writes to those of a school who can name a successor, each with a link; gives how many. */
export const tellSchool = async (
  tx: Transaction,
  context: Context,
  asked: SuccessorAsked,
  { draw, what }: { readonly draw: Draw; readonly what: string },
): Promise<number> => {
  const token = linkToken(context.config, 'successor', asked.participantId, daysALinkLasts)
  const url = `${context.config.baseUrl}/successor/${token}`
  const contacts = await contactsFor(tx, { ...asked, today: context.today })
  for (const { personId, name, address } of contacts)
    await post(
      tx,
      context,
      { address, personId },
      draw(asked, { name, url }),
      `successor:${asked.participantId}:${what}:${personId}`,
    )
  return contacts.length
}

/** Writes to the staff of the group's hub. */
export const tellHubOf = async (
  tx: Transaction,
  context: Context,
  asked: SuccessorAsked,
  { says, what }: { readonly says: string; readonly what: string },
): Promise<void> => {
  const url = `${context.config.baseUrl}/hub/${asked.hubSlug}/successors/${asked.participantId}`
  for (const { address, personId } of await hubStaffAddresses(tx, asked.hubId, context.today))
    await post(
      tx,
      context,
      { address, personId },
      hubToldLetter(asked, { says, url }),
      `successor:${asked.participantId}:${what}:hub:${personId ?? 'contact'}`,
    )
}

/** A school that holds a place is asked who follows somebody who has left: once, by a mail with a link; where nobody of it can be written to, its hub is told. */
export const askForSuccessor = (context: Context, participantId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (context.actor.kind !== 'system') throw new Forbidden('A school is asked by itself')
    const { groupId } = found(await vacancyAfter(tx, participantId, context.today))
    await lockGroup(tx, groupId)
    const { placeId, free, nextOn, samePeople } = found(await vacancyAfter(tx, participantId, context.today))
    if (free <= 0) return
    const byOn = dayToName(context.today, nextOn)
    if (!(await insertAsked(tx, { participantId, placeId, byOn, samePeople, now: context.now }))) return
    const asked = found(await successorAsked(tx, participantId, context.today))
    const people = await tellSchool(tx, context, asked, { draw: askLetter, what: 'asked' })
    if (people === 0)
      await tellHubOf(tx, context, asked, {
        says: `Nobody of ${asked.organisation} can be written to: ask the school, and name who follows on the page of the place.`,
        what: 'not-asked',
      })
    await record(tx, context, {
      name: 'successor.asked',
      ...aboutAsked(asked),
      particulars: { participantId, by: asked.byOn.toString(), people },
    })
  })

/** The school is reminded: by the clock when the day is near, by its hub when it likes. */
export const remindOfSuccessor = (context: Context, participantId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const asked = await lockedAsked(tx, context, participantId)
    if (!maySettleSuccessor(context.actor, asked)) throw new Forbidden('Only staff of the hub remind a school')
    if (context.actor.kind === 'system' && !isReminderDue(asked, context.today)) return
    requireOpen(asked)
    const people = await tellSchool(tx, context, asked, { draw: reminderLetter, what: `reminded:${context.today}` })
    if (people === 0 && context.actor.kind !== 'system')
      throw new Refused(`Nobody of ${asked.organisation} can be written to.`)
    await setAsked(tx, participantId, { remindedAt: context.now })
    await record(tx, context, {
      name: 'successor.reminded',
      ...aboutAsked(asked),
      particulars: { participantId, people },
    })
  })

/** The day is over and nobody is named: school and hub are told, once for each such day. The place stays as it is until the hub decides. */
export const noteSuccessorOverdue = (context: Context, participantId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const asked = await lockedAsked(tx, context, participantId)
    if (!maySettleSuccessor(context.actor, asked)) throw new Forbidden('Only staff of the hub tell a school')
    if (asked.status !== 'open' || !isOverdueToTell(asked, context.today)) return
    await setAsked(tx, participantId, { overdueToldFor: asked.byOn })
    const what = `overdue:${asked.byOn}`
    await tellSchool(tx, context, asked, { draw: overdueLetter, what })
    await tellHubOf(tx, context, asked, {
      says: `${asked.organisation} was to name somebody ${byDayInWords(asked.byOn)}, and has not. We have told the school. The place stays as it is until you decide: give it more time, name somebody yourself, or settle that nobody follows.`,
      what,
    })
    await record(tx, context, {
      name: 'successor.overdue',
      ...aboutAsked(asked),
      particulars: { participantId, by: asked.byOn.toString() },
    })
  })

/** The hub says by when a successor is named; the school hears of it. */
export const setSuccessorDay = (
  context: Context,
  { participantId, by }: { readonly participantId: string; readonly by: Temporal.PlainDate },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const before = await lockedAsked(tx, context, participantId)
    if (!maySettleSuccessor(context.actor, before)) throw new Forbidden('Only staff of the hub set the day')
    requireOpen(before)
    if (Temporal.PlainDate.compare(by, context.today) < 0) throw new Refused('Choose today or a later day.')
    if (Temporal.PlainDate.compare(by, before.byOn) === 0) return
    await setAsked(tx, participantId, { byOn: by, saidNobodyAt: null })
    const asked = found(await successorAsked(tx, participantId, context.today))
    const people = await tellSchool(tx, context, asked, { draw: newDayLetter, what: `day:${by}:${context.now}` })
    await record(tx, context, {
      name: 'successor.day-set',
      ...aboutAsked(asked),
      particulars: { participantId, from: before.byOn.toString(), to: by.toString(), people },
    })
  })
