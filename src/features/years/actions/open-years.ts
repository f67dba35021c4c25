import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { type AcademicYear, academicYearOf, nextYear } from '../../../vocabulary/academic-year.ts'
import { networkOfYears } from '../../projects/index.ts'
import { insertModels, insertYears } from '../opening-store.ts'
import { mayLayOutYears } from '../policy.ts'

type Network = NonNullable<Awaited<ReturnType<typeof networkOfYears>>>

const open = async (tx: Transaction, context: Context, network: Network, years: readonly AcademicYear[]) => {
  const opened = await insertYears(tx, years, network.firstMonth)
  for (const each of opened)
    await record(tx, context, {
      name: 'year.opened',
      subject: { type: 'network', id: network.id },
      particulars: { year: each },
    })
  return opened
}

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
    return open(tx, context, network, [year, nextYear(year)])
  })

/** Opens a year further ahead, or one that was never there, for the national team; says whether it was not open yet. */
export const openYear = (context: Context, year: AcademicYear): Promise<boolean> =>
  transaction(context, async (tx, context) => {
    if (!mayLayOutYears(context.actor)) throw new Forbidden('Only the national team opens a year')
    const network = await networkOfYears(tx)
    return network !== null && (await open(tx, context, network, [year])).length > 0
  })
