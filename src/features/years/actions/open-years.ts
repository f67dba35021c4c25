import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { academicYearOf, nextYear } from '../../../vocabulary/academic-year.ts'
import { networkOfYears } from '../../projects/index.ts'
import { insertModels, insertYears } from '../opening-store.ts'

/**
 * This academic year and the next are always open for projects and offers, and the usual delivery models have their words.
 * What is there already is left as it is; returns the years that were opened.
 */
export const openYears = (context: Context): Promise<readonly number[]> =>
  transaction(context, async (tx, context) => {
    if (context.actor.kind !== 'system') throw new Forbidden('Years open by themselves')
    const network = await networkOfYears(tx)
    if (network === null) return []
    const year = academicYearOf(context.today, network.firstMonth)
    await insertModels(tx)
    const opened = await insertYears(tx, [year, nextYear(year)], network.firstMonth)
    for (const each of opened)
      await record(tx, context, {
        name: 'year.opened',
        subject: { type: 'network', id: network.id },
        particulars: { year: each },
      })
    return opened
  })
