import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record, type Subject } from '../../../platform/history.ts'
import type { MailTimes } from '../mail-times.ts'
import { mayKeepMailTimes } from '../policy.ts'
import { networkId } from '../queries.ts'
import { clearMailTimes, setMailTimes } from '../store.ts'

const subjectOf = async (tx: Transaction, hubId: string | null): Promise<Subject> =>
  hubId === null ? { type: 'network', id: await networkId(tx) } : { type: 'hub', id: hubId }

const permit = (context: Context, hubId: string | null): void => {
  if (!mayKeepMailTimes(context.actor, hubId)) throw new Forbidden('Only the lead of the hub sets this')
}

/** Sets when mail goes that can wait, of a hub or of all hubs that have set nothing; what waits goes by it from now on. */
export const keepMailTimes = (
  context: Context,
  input: { readonly hubId: string | null; readonly times: MailTimes },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    permit(context, input.hubId)
    const { times } = input
    await setMailTimes(tx, input.hubId, times, context.now)
    await record(tx, context, {
      name: 'mail-times.set',
      subject: await subjectOf(tx, input.hubId),
      particulars: {
        from: times.from.toString(),
        until: times.until.toString(),
        restsAtWeekends: times.restsAtWeekends,
        restsOnBankHolidays: times.restsOnBankHolidays,
        restsInSchoolHolidays: times.restsInSchoolHolidays,
      },
    })
  })

/** A hub goes by the network again. */
export const followNetworkTimes = (context: Context, hubId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    permit(context, hubId)
    if (await clearMailTimes(tx, hubId))
      await record(tx, context, { name: 'mail-times.cleared', subject: { type: 'hub', id: hubId } })
  })
