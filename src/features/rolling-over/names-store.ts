import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'

type Of = { readonly project_id: string } | { readonly offer_id: string }

/** Until when names may come, of a project or an offer, goes along: so many days as before, or the same day a year later. */
export const carryNames = async (
  tx: Transaction,
  { from, to, now }: { readonly from: Of; readonly to: Of; readonly now: Temporal.Instant },
): Promise<void> => {
  const rule = await tx
    .selectFrom('names_later')
    .select(['days', sql<Temporal.PlainDate | null>`(by_on + interval '1 year')::date`.as('byOn')])
    .$if('project_id' in from, (query) => query.where('project_id', '=', 'project_id' in from ? from.project_id : ''))
    .$if('offer_id' in from, (query) => query.where('offer_id', '=', 'offer_id' in from ? from.offer_id : ''))
    .executeTakeFirst()
  if (!rule) return
  await tx
    .insertInto('names_later')
    .values({ id: newId(), ...to, days: rule.days, by_on: rule.byOn, set_at: now })
    .execute()
}
