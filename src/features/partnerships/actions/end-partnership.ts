import { type Context, transaction } from '../../../platform/context.ts'
import { Conflict, Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { PartnershipKey } from '../partnership.ts'
import { mayStatePartnerships } from '../policy.ts'
import { partnershipAt } from '../queries.ts'
import { lockOrganisations, writeEnd } from '../store.ts'

/** Ends a partnership today, before its year is over; that it was one stays known. */
export const endPartnership = (context: Context, key: PartnershipKey): Promise<void> =>
  transaction(context, async (tx, context) => {
    await lockOrganisations(tx, [key.providerId, key.partnerId])
    found(await partnershipAt(tx, key))
    if (!mayStatePartnerships(context.actor)) throw new Forbidden('Only the national team ends partnerships')
    if (!(await writeEnd(tx, key, context.today)))
      throw new Conflict('Somebody else has ended this partnership in the meantime.')
    await record(tx, context, {
      name: 'partnership.ended',
      subject: { type: 'organisation', id: key.providerId },
      also: [{ type: 'organisation', id: key.partnerId }],
      particulars: { partner: key.partnerId, year: key.year },
    })
  })
