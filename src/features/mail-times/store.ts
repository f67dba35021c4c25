import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { MailTimes } from './mail-times.ts'
import type { KindStopped, MailingDecision, MailingKind } from './mailing.ts'

/** Sets the times of a hub, or with null those of the network. */
export const setMailTimes = async (
  tx: Transaction,
  hubId: string | null,
  times: MailTimes,
  now: Temporal.Instant,
): Promise<void> => {
  const values = {
    goes_from: times.from,
    goes_until: times.until,
    rests_at_weekends: times.restsAtWeekends,
    rests_on_bank_holidays: times.restsOnBankHolidays,
    rests_in_school_holidays: times.restsInSchoolHolidays,
    set_at: now,
  }
  await tx
    .insertInto('mail_times')
    .values({ id: newId(), hub_id: hubId, ...values })
    .onConflict((conflict) => conflict.constraint('mail_times_one_of_each_hub').doUpdateSet(values))
    .execute()
}

export const clearMailTimes = async (tx: Transaction, hubId: string): Promise<boolean> => {
  const { numDeletedRows } = await tx.deleteFrom('mail_times').where('hub_id', '=', hubId).executeTakeFirst()
  return numDeletedRows > 0
}

/** Says what becomes of mail to come; what was said of it before holds no more. */
export const setDecision = async (tx: Transaction, said: MailingDecision, now: Temporal.Instant): Promise<void> => {
  const values = { decision: said.decision, for_date: said.forDate, decided_at: now }
  await tx
    .insertInto('mailing_decisions')
    .values({ id: newId(), kind: said.kind, subject_id: said.subjectId, ...values })
    .onConflict((conflict) => conflict.constraint('mailing_decisions_one_of_each').doUpdateSet(values))
    .execute()
}

export const deleteDecision = async (tx: Transaction, kind: MailingKind, subjectId: string): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('mailing_decisions')
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .executeTakeFirst()
  return numDeletedRows > 0
}

/** Says what becomes of all mail of a kind; what was said of it before holds no more. */
export const setKindStopped = async (tx: Transaction, said: KindStopped, now: Temporal.Instant): Promise<void> => {
  const values = { decision: said.decision, decided_at: now }
  await tx
    .insertInto('mailing_kinds_stopped')
    .values({ hub_id: said.hubId, kind: said.kind, ...values })
    .onConflict((conflict) => conflict.columns(['hub_id', 'kind']).doUpdateSet(values))
    .execute()
}

export const deleteKindStopped = async (tx: Transaction, hubId: string, kind: MailingKind): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('mailing_kinds_stopped')
    .where('hub_id', '=', hubId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return numDeletedRows > 0
}
