import type { Context } from '../../platform/context.ts'
import type { MailAsked, PlannedMail } from '../mail-times/index.ts'
import { contactsFor } from './due-queries.ts'
import { successorsDue } from './queries.ts'
import {
  daysBeforeReminder,
  isOverdue,
  isOverdueToTell,
  isReminderDue,
  overdueFor,
  reminderFor,
  type SuccessorAsked,
} from './successor.ts'

export type SuccessorMailKind = 'successor-reminder' | 'successor-overdue'

type Days = { readonly today: Temporal.PlainDate; readonly until: Temporal.PlainDate }

const isToCome = (kind: SuccessorMailKind, asked: SuccessorAsked, { today, until }: Days): boolean => {
  if (kind === 'successor-overdue') return isOverdueToTell(asked, until)
  // Asked as of the day itself where that comes first: after it nobody is reminded.
  const day = Temporal.PlainDate.compare(until, asked.byOn) > 0 ? asked.byOn : until
  return !isOverdue(asked, today) && isReminderDue(asked, day)
}

/** Such mail without its readers, whom only somebody who looks at it wants to know. */
export type SuccessorMail = Omit<PlannedMail, 'reader'> & { readonly asked: SuccessorAsked }

/** Mail of a kind about who follows somebody who has left, where it is still to be sent by the end of a day. */
export const successorMailDue = async (
  kind: SuccessorMailKind,
  { db, today }: Context,
  { hubId, subjectId, until }: MailAsked,
): Promise<readonly SuccessorMail[]> => {
  const by = until.add({ days: daysBeforeReminder })
  const near = await successorsDue(db, { hubId, participantId: subjectId, by }, today)
  return near
    .filter((asked) => isToCome(kind, asked, { today, until }))
    .map((asked) => ({
      ...(kind === 'successor-reminder' ? reminderFor(asked.byOn) : overdueFor(asked.byOn)),
      kind,
      id: asked.participantId,
      hubId: asked.hubId,
      subjectId: asked.participantId,
      forDate: asked.byOn,
      authority: asked.authority,
      about: asked.organisation,
      of: asked.group,
      asked,
    }))
}

/** The same with those of the school who are written to. */
export const successorMailToCome = async (
  kind: SuccessorMailKind,
  context: Context,
  which: MailAsked,
): Promise<readonly PlannedMail[]> => {
  const due = await successorMailDue(kind, context, which)
  return Promise.all(
    due.map(async ({ asked, ...mail }) => {
      const readers = await contactsFor(context.db, { ...asked, today: context.today })
      const name = readers.map((reader) => reader.name).join(', ')
      return { ...mail, reader: { name, organisation: asked.organisation } }
    }),
  )
}
