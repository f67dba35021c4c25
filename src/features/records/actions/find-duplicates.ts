import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { findOrganisations, findPeople, takeTurn } from '../duplicates-store.ts'
import { keepDayLookedFor, networkId } from '../merge-store.ts'

/** Looks through everybody and every organisation for records that may be one; another who looks at the same moment is left to it. */
export const findDuplicates = (context: Context): Promise<{ people: number; organisations: number } | null> =>
  transaction(context, async (tx, context) => {
    if (!(await takeTurn(tx))) return null
    const people = await findPeople(tx, context.now)
    const organisations = await findOrganisations(tx, context.now)
    await keepDayLookedFor(tx, context.today)
    const network = await networkId(tx)
    if (network)
      await record(tx, context, {
        name: 'duplicates.looked-for',
        subject: { type: 'network', id: network },
        particulars: { people, organisations },
      })
    return { people, organisations }
  })
