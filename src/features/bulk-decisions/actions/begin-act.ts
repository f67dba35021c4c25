import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayDecideOnInterest } from '../../interest/index.ts'
import { personIdOf } from '../../people/index.ts'
import { mostAtOnce } from '../bulk-act.ts'
import { inOrderOfDoing } from '../queries.ts'
import { insertAct } from '../store.ts'

/** Keeps which requests of a hub were chosen to do something with all of them; nothing is done yet. */
export const beginAct = (
  context: Context,
  input: { hubId: string; interestIds: readonly string[] },
): Promise<{ actId: string }> =>
  transaction(context, async (tx, context) => {
    if (!mayDecideOnInterest(context.actor, input.hubId)) throw new Forbidden('Only staff of the hub decide')
    if (input.interestIds.length > mostAtOnce)
      throw new Refused(`At most ${mostAtOnce} requests are acted on at once. Narrow the list, and do it in parts.`)
    const { hubId } = input
    const interestIds = await inOrderOfDoing(tx, input.interestIds)
    const act = await insertAct(tx, { hubId, interestIds, by: personIdOf(context.actor), now: context.now })
    if (act.chosen === 0) throw new Refused('Choose at least one request: tick its box in the list.')
    await record(tx, context, {
      name: 'bulk-act.begun',
      subject: { type: 'bulk-act', id: act.id },
      also: [{ type: 'hub', id: hubId }],
      particulars: { requests: act.chosen },
    })
    return { actId: act.id }
  })
