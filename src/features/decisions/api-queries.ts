import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

export type InterestForPrograms = {
  readonly id: string
  readonly status: string
  readonly receivedAt: Temporal.Instant
  readonly organisation: { readonly name: string; readonly urn: number | null; readonly ukprn: string | null }
  readonly project: { readonly title: string; readonly code: string | null; readonly year: number }
  readonly offer: string
  readonly people: number
  readonly group: string | null
}

type After = { readonly receivedAt: string; readonly id: string } | null

/** What was asked of a hub, in the order in which it came: organisations and figures, and nobody's name or address. */
export const interestForPrograms = async (
  db: Reader,
  { hub, after, most }: { hub: string; after: After; most: number },
): Promise<readonly (InterestForPrograms & { readonly key: readonly string[] })[]> => {
  const rows = await db
    .selectFrom('expressions_of_interest as i')
    .innerJoin('offers as f', 'f.id', 'i.offer_id')
    .innerJoin('hubs as h', 'h.id', 'f.hub_id')
    .innerJoin('projects as p', 'p.id', 'i.project_id')
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .leftJoin('places as l', 'l.id', 'i.place_id')
    .leftJoin('groups as g', 'g.id', 'l.group_id')
    .select(['i.id', 'i.status', 'i.received_at', 'f.slug as offer', 'g.name as group_name'])
    .select(['o.name', 'o.urn', 'o.ukprn', 'p.title', 'p.code', 'p.year'])
    .select(sql<string>`i.received_at::text`.as('received_exactly'))
    .select(sql<number>`(select count(*)::int from interest_people x where x.interest_id = i.id)`.as('people'))
    .where('h.slug', '=', hub)
    .where('i.received_at', 'is not', null)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(i.received_at, i.id) > (${after?.receivedAt}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('i.received_at')
    .orderBy('i.id')
    .limit(most)
    .execute()
  return rows.flatMap((row) =>
    row.received_at === null
      ? []
      : [
          {
            id: row.id,
            status: row.status,
            receivedAt: row.received_at,
            organisation: { name: row.name, urn: row.urn, ukprn: row.ukprn },
            project: { title: row.title, code: row.code, year: row.year },
            offer: row.offer,
            people: row.people,
            group: row.group_name,
            key: [row.received_exactly, row.id],
          },
        ],
  )
}
