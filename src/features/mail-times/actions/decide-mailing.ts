import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record, type Subject } from '../../../platform/history.ts'
import type { MailingDecision, MailingKind } from '../mailing.ts'
import { mayHoldMail } from '../policy.ts'
import { deleteDecision, setDecision } from '../store.ts'

type Of = { readonly hubId: string; readonly subject: Subject; readonly also: readonly Subject[] }

const permit = (context: Context, hubId: string): void => {
  if (!mayHoldMail(context.actor, hubId)) throw new Forbidden('Only staff of the hub hold its mail')
}

/** Holds mail to come until it is let go, or says that it is not sent for this date. Said twice it is said once. */
export const decideMailing = (context: Context, of: Of, said: Omit<MailingDecision, 'subjectId'>): Promise<void> =>
  transaction(context, async (tx, context) => {
    permit(context, of.hubId)
    await setDecision(tx, { ...said, subjectId: of.subject.id }, context.now)
    await record(tx, context, {
      name: said.decision === 'held' ? 'mailing.held' : 'mailing.dropped',
      subject: of.subject,
      also: of.also,
      particulars: { kind: said.kind, date: said.forDate.toString() },
    })
  })

/** Lets mail go that was held, or was not to be sent: it goes at its time again. */
export const clearMailingDecision = (context: Context, of: Of, kind: MailingKind): Promise<void> =>
  transaction(context, async (tx, context) => {
    permit(context, of.hubId)
    if (!(await deleteDecision(tx, kind, of.subject.id))) return
    await record(tx, context, {
      name: 'mailing.released',
      subject: of.subject,
      also: of.also,
      particulars: { kind },
    })
  })
