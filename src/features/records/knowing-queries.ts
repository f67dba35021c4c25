import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { hubsKnowing } from '../people/index.ts'

/** Who knows two people, and whether one of them works for a hub or the network: what a hub may do about them depends on it. */
export type Acquaintance = {
  readonly hubsOfBoth: readonly string[]
  readonly hubsOfEither: readonly string[]
  readonly isStaff: boolean
}

export const acquaintanceOf = async (
  db: Reader,
  pair: { readonly keptId: string; readonly mergedId: string },
  today: Temporal.PlainDate,
): Promise<Acquaintance> => {
  const { rows } = await sql<{ personId: string; hubIds: readonly string[]; isStaff: boolean }>`
    select p.id as "personId", array(${hubsKnowing(sql.ref('p.id'))}) as "hubIds",
      exists (select from roles r where r.person_id = p.id and r.role in ('national_team', 'analyst', 'hub_lead', 'hub_administrator')
        and (r.to_on is null or r.to_on >= ${today})) as "isStaff"
    from people p where p.id in (${pair.keptId}, ${pair.mergedId})`.execute(db)
  const [one, other] = rows
  return {
    hubsOfBoth: one?.hubIds.filter((id) => other?.hubIds.includes(id)) ?? [],
    hubsOfEither: [...new Set(rows.flatMap(({ hubIds }) => hubIds))],
    isStaff: rows.some(({ isStaff }) => isStaff),
  }
}
