import { machineClock } from '../../../platform/clock.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { hubStaffAddresses } from '../../people/index.ts'
import { mistakenLetter } from '../emails/mistaken.email.ts'
import { isStoppedSince, linksLike } from '../queries.ts'
import { lockRecord } from '../store.ts'
import { stopMailed } from './stop-links.ts'

/**
 * Whoever holds a link says that it was sent to them by mistake: it opens no more from now on, with the others that were mailed to
 * the same person about the same record, and the hub is told. Stopping waits for nobody, because meanwhile the wrong person could
 * act by it; the hub sends a new one in a moment if nothing was wrong.
 */
export const sayMistaken = (context: Context): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { actor, config, today } = context
    if (actor.kind !== 'link') throw new Forbidden('Only whoever holds the link says so')
    const mailed = found(await linksLike(tx, actor.purpose, actor.subjectId))
    await lockRecord(tx, mailed.record)
    const now = {
      subjectId: actor.subjectId,
      purpose: actor.purpose,
      since: machineClock.now().subtract({ seconds: 5 }),
    }
    if (await isStoppedSince(tx, now)) return
    await stopMailed(tx, mailed)
    await record(tx, context, {
      name: 'link.mistaken',
      subject: mailed.record,
      particulars: { purpose: actor.purpose },
    })
    const letter = mistakenLetter({ about: mailed.toOthers, url: `${config.baseUrl}${mailed.seenAt}` })
    const key = newId()
    for (const to of await hubStaffAddresses(tx, mailed.hub.id, today))
      await post(tx, context, to, letter, `link-mistaken:${key}:${to.personId}`)
  })
