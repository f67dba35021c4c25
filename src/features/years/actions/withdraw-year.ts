import { type Context, transaction } from '../../../platform/context.ts'
import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { markOf } from '../../../platform/versions.ts'
import type { AcademicYear } from '../../../vocabulary/academic-year.ts'
import { networkOfYears } from '../../projects/index.ts'
import { emptyLayout } from '../layout.ts'
import { workingLayout } from '../layout-queries.ts'
import { insertVersion, lockYear, makePublic } from '../layout-store.ts'
import { mayLayOutYears } from '../policy.ts'

type Withdrawal = { readonly year: AcademicYear; readonly mark: string; readonly reason: string }

/**
 * Withdraws all that a year shows, with a reason: introduction, sections, notices, goals and partner bodies. Its projects stay public, in one list.
 * What was written stays as a draft, to be mended and published again.
 */
export const withdrawYear = (context: Context, { year, mark, reason }: Withdrawal): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayLayOutYears(context.actor)) throw new Forbidden('Only the national team lays out a year')
    found(await lockYear(tx, year))
    const { layout, version, isPublic } = await workingLayout(tx, year)
    if (!isPublic) throw new Refused('Nothing of this year is public that could be withdrawn.')
    if (markOf(layout) !== mark)
      throw new Conflict('A colleague has changed this year since you opened the page. See below what it says now.')
    if (reason === '') throw new Refused('Say why the year is withdrawn')
    await makePublic(tx, year, emptyLayout, reason)
    const made = { year, at: context.now }
    await insertVersion(tx, { ...made, number: version + 1, act: 'withdrawn', content: emptyLayout, note: reason })
    await insertVersion(tx, { ...made, number: version + 2, act: 'drafted', content: layout, note: null })
    const subject = { type: 'network', id: found(await networkOfYears(tx)).id }
    await record(tx, context, {
      name: 'year.withdrawn',
      subject,
      particulars: { year, version: version + 1, note: reason },
    })
    await record(tx, context, { name: 'year.drafted', subject, particulars: { year, version: version + 2 } })
  })
