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

/** Mail of a kind about who follows somebody who has left, where it is still to be sent by the end of a day. */
export const successorMailToCome = async (
  kind: SuccessorMailKind,
  { db, today }: Context,
  { hubId, subjectId, until }: MailAsked,
): Promise<readonly PlannedMail[]> => {
  const by = until.add({ days: daysBeforeReminder })
  const near = await successorsDue(db, { hubId, participantId: subjectId, by }, today)
  const mails: PlannedMail[] = []
  for (const asked of near.filter((one) => isToCome(kind, one, { today, until }))) {
    const readers = await contactsFor(db, { ...asked, today })
    mails.push({
      ...(kind === 'successor-reminder' ? reminderFor(asked.byOn) : overdueFor(asked.byOn)),
      kind,
      id: asked.participantId,
      hubId: asked.hubId,
      subjectId: asked.participantId,
      forDate: asked.byOn,
      authority: asked.authority,
      about: asked.organisation,
      of: asked.group,
      reader: { name: readers.map(({ name }) => name).join(', '), organisation: asked.organisation },
    })
  }
  return mails
}
