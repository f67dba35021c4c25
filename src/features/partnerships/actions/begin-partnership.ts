import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { yearEnds, yearLabel, yearStarts } from '../../../vocabulary/academic-year.ts'
import { organisationById } from '../../organisations/index.ts'
import type { PartnershipKey } from '../partnership.ts'
import { mayStatePartnerships } from '../policy.ts'
import { isAccreditedWithin } from '../queries.ts'
import { lockOrganisations, writePartnership } from '../store.ts'

/** States that an accredited provider trains teachers with another body in a year. */
export const beginPartnership = (context: Context, key: PartnershipKey): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { providerId, partnerId, year } = key
    if (providerId === partnerId) throw new Refused('A provider is no partner of itself.')
    if ((await lockOrganisations(tx, [providerId, partnerId])) < 2) found(null)
    const [provider, partner] = [await organisationById(tx, providerId), await organisationById(tx, partnerId)]
    if (!mayStatePartnerships(context.actor)) throw new Forbidden('Only the national team states partnerships')
    if (!(await isAccreditedWithin(tx, providerId, [yearStarts(year), yearEnds(year)])))
      throw new Refused(
        `${provider?.name} was not accredited in ${yearLabel(year)}: the provider of a partnership is. State its accreditation first, or choose that it is the partner.`,
      )
    if (!(await writePartnership(tx, key)))
      throw new Refused(`${provider?.name} and ${partner?.name} are partners in ${yearLabel(year)} already.`)
    await record(tx, context, {
      name: 'partnership.begun',
      subject: { type: 'organisation', id: providerId },
      also: [{ type: 'organisation', id: partnerId }],
      particulars: { partner: partnerId, year },
    })
  })
