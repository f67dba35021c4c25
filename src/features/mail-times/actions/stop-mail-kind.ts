import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { KindStopped, MailingKind } from '../mailing.ts'
import { mayHoldMail } from '../policy.ts'
import { deleteKindStopped, setKindStopped } from '../store.ts'

const permit = (context: Context, hubId: string): void => {
  if (!mayHoldMail(context.actor, hubId)) throw new Forbidden('Only staff of the hub hold its mail')
}

/** Holds all mail of a kind that is to come from a hub until it is let go, or has none of it sent while that stands. */
export const stopMailKind = (context: Context, said: KindStopped): Promise<void> =>
  transaction(context, async (tx, context) => {
    permit(context, said.hubId)
    await setKindStopped(tx, said, context.now)
    await record(tx, context, {
      name: said.decision === 'held' ? 'mailing.held' : 'mailing.dropped',
      subject: { type: 'hub', id: said.hubId },
      particulars: { kind: said.kind },
    })
  })

/** Lets all mail of a kind go that was held, or was not to be sent; what was said of a single mail stands. */
export const letMailKindGo = (
  context: Context,
  { hubId, kind }: { readonly hubId: string; readonly kind: MailingKind },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    permit(context, hubId)
    if (!(await deleteKindStopped(tx, hubId, kind))) return
    await record(tx, context, { name: 'mailing.released', subject: { type: 'hub', id: hubId }, particulars: { kind } })
  })
