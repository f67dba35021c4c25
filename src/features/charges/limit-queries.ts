import type { Reader } from '../../platform/database/index.ts'
import type { Pence } from '../../vocabulary/money.ts'

/** Whether a charge stands for a place under a policy: one that was waived or credited does not. */
export const isCharged = async (db: Reader, placeId: string, policyId: string): Promise<boolean> =>
  (await db
    .selectFrom('charges')
    .select('id')
    .where('place_id', '=', placeId)
    .where('policy_id', '=', policyId)
    .where('status', 'not in', ['waived', 'credited'])
    .executeTakeFirst()) !== undefined

/** What stands charged under a policy, whichever of its versions, to a place or to its school in the same academic year. */
export const chargedUnder = async (
  db: Reader,
  { policyId, placeId, of }: { policyId: string; placeId: string; of: 'place' | 'organisation' },
): Promise<Pence> => {
  const row = await db
    .selectFrom('charges as c')
    .innerJoin('cancellation_policies as y', 'y.id', 'c.policy_id')
    .innerJoin('cancellation_policies as own', (join) =>
      join.onRef('own.hub_id', '=', 'y.hub_id').onRef('own.name', '=', 'y.name').on('own.id', '=', policyId),
    )
    .innerJoin('places as p', 'p.id', 'c.place_id')
    .innerJoin('groups as g', 'g.id', 'p.group_id')
    .innerJoin('places as this', (join) => join.on('this.id', '=', placeId))
    .innerJoin('groups as here', 'here.id', 'this.group_id')
    .select((select) => select.fn.sum<number>('c.amount_pence').as('pence'))
    .where('c.status', 'not in', ['waived', 'credited'])
    .$if(of === 'place', (query) => query.where('c.place_id', '=', placeId))
    .$if(of === 'organisation', (query) =>
      query.whereRef('p.organisation_id', '=', 'this.organisation_id').whereRef('g.year', '=', 'here.year'),
    )
    .executeTakeFirst()
  return Number(row?.pence ?? 0)
}
