import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import {
  countReferences,
  nameOf,
  type Reference,
  referencesTo,
  type Which,
} from '../../platform/database/references.ts'
import { type Fate, hubReferences } from './references.ts'

export type OfferToMove = {
  readonly id: string
  readonly title: string
  readonly slug: string
  readonly year: number
  readonly status: string
  readonly interest: number
  readonly groups: readonly string[]
}
export type GroupToMove = {
  readonly id: string
  readonly name: string
  readonly year: number
  readonly status: string
  readonly offerId: string | null
  readonly places: number
}

/** Offers of a hub from an academic year on, with their live interest and their groups. */
export const offersToMove = async (db: Reader, hubId: string, year: number): Promise<readonly OfferToMove[]> => {
  const { rows } = await sql<OfferToMove>`
    select o.id, p.title, o.slug, o.year, o.status,
      (select count(*)::int from expressions_of_interest i where i.offer_id = o.id and i.status in ('received', 'confirmed', 'waiting', 'offered', 'placed')) as interest,
      array(select g.name::text from groups g where g.offer_id = o.id and g.hub_id = o.hub_id order by g.name) as groups
    from offers o join projects p on p.id = o.project_id
    where o.hub_id = ${hubId} and o.year >= ${year} order by o.year, p.title, o.slug`.execute(db)
  return rows
}

/** Groups of a hub: those of an academic year and later, or those of earlier years that have not come to their end. */
export const groupsToMove = async (
  db: Reader,
  hubId: string,
  year: number,
  which: 'passing' | 'unfinished',
): Promise<readonly GroupToMove[]> => {
  const { rows } = await sql<GroupToMove>`
    select g.id, g.name::text as name, g.year, g.status, g.offer_id as "offerId",
      (select count(*)::int from places p where p.group_id = g.id and p.status in ('offered', 'held')) as places
    from groups g where g.hub_id = ${hubId}
      and ${which === 'passing' ? sql`g.year >= ${year}` : sql`g.year < ${year} and g.status in ('forming', 'confirmed', 'running')`}
    order by g.year, g.name`.execute(db)
  return rows
}

export type OtherWork = {
  readonly openCharges: number
  readonly venues: readonly string[]
  readonly placementRuns: number
  readonly tokens: number
  readonly partnerships: number
}

/** What else passes over with the year's work. */
export const otherWorkOf = async (db: Reader, hubId: string, year: number): Promise<OtherWork> => {
  const { rows } = await sql<OtherWork>`select
    (select count(*)::int from charges c join places p on p.id = c.place_id join groups g on g.id = p.group_id
      where c.hub_id = ${hubId} and c.status in ('proposed', 'confirmed') and g.year >= ${year}) as "openCharges",
    array(select v.short_name from venues v where v.hub_id = ${hubId} and v.retired_on is null order by v.short_name) as venues,
    (select count(*)::int from placement_runs r join offers o on o.id = r.offer_id
      where o.hub_id = ${hubId} and o.year >= ${year} and r.status in ('queued', 'running', 'proposed')) as "placementRuns",
    (select count(*)::int from program_tokens t join roles r on r.person_id = t.person_id and r.hub_id = ${hubId} and r.to_on is null
      where t.revoked_at is null) as tokens,
    (select count(*)::int from group_partner_hubs x join groups g on g.id = x.group_id where x.hub_id = ${hubId} and g.year >= ${year}) as partnerships`.execute(
    db,
  )
  return rows[0] ?? { openCharges: 0, venues: [], placementRuns: 0, tokens: 0, partnerships: 0 }
}

export type Referring = {
  readonly name: string
  readonly rows: number
  readonly passing: number
  readonly fate: string
}

const inWords = (fate: Fate): string => {
  if (fate.fate === 'moves') return 'Earlier years stay.'
  return fate.fate === 'stays' ? `Stays. ${fate.because}` : fate.how
}

/** Every table that refers to the hub, how many of its rows do and how many pass over at a merge, with what becomes of the rest. */
export const referringTo = async (
  db: Reader,
  hubId: string,
  passing: { year: number; offers: readonly string[]; groups: readonly string[] },
): Promise<readonly Referring[]> => {
  const all = await Promise.all((await referencesTo(db, 'hubs')).map((each) => referring(db, hubId, each, passing)))
  return all.flatMap((each) => (each && each.rows > 0 ? [each] : []))
}

const referring = async (
  db: Reader,
  hubId: string,
  reference: Reference,
  passing: Readonly<Record<string, unknown>>,
): Promise<Referring | null> => {
  const fate = hubReferences[nameOf(reference)]
  if (!fate) return null
  const which: Which = { where: fate.fate === 'moves' ? fate.atMerge : 'false', values: passing }
  const [rows, passes] = await Promise.all([
    countReferences(db, reference, hubId),
    countReferences(db, reference, hubId, which),
  ])
  return { name: reference.table, rows, passing: passes, fate: inWords(fate) }
}

export const openHubs = async (db: Reader): Promise<readonly { id: string; slug: string; name: string }[]> =>
  (
    await sql<{ id: string; slug: string; name: string }>`select h.id, h.slug, n.name from hubs h
      join hub_names n on n.hub_id = h.id and n.to_on is null where h.closed_on is null order by n.name`.execute(db)
  ).rows
