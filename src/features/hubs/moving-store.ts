import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { moveReferences, nameOf, type Reference, type Which } from '../../platform/database/references.ts'
import { newId } from '../../vocabulary/ids.ts'
import { hubReferences } from './references.ts'

/** What passes from one hub to another: the offers and groups named and what hangs on them; of everything else what the table of references says. */
export type Passing = {
  readonly from: string
  readonly to: string
  readonly year: number
  readonly offers: readonly string[]
  readonly groups: readonly string[]
  readonly deed: 'atMerge' | 'atDivision'
}

/** Lets everything that passes over mean the other hub; gives how many rows of each column did. */
export const passOver = async (
  tx: Transaction,
  references: readonly Reference[],
  passing: Passing,
): Promise<Readonly<Record<string, number>>> => {
  const values = { year: passing.year, offers: passing.offers, groups: passing.groups }
  const moved: Record<string, number> = {}
  for (const reference of references) {
    const fate = hubReferences[nameOf(reference)]
    const where = fate?.fate === 'moves' ? fate[passing.deed] : null
    if (where === null) continue
    const which: Which = { where, values }
    moved[nameOf(reference)] = await moveReferences(tx, reference, { from: passing.from, to: passing.to, which })
  }
  return moved
}

/** A hub is no partner of itself: where it now holds what it was a partner of, or was one beside the hub that merged into it. */
export const dropOwnPartnerships = async (
  tx: Transaction,
  { from, to, year }: Pick<Passing, 'from' | 'to' | 'year'>,
): Promise<void> => {
  // Two partners that become one have both their shares; what it gives away in a group of its own is out of no share.
  await sql`update group_partner_hubs p set organisations_share = p.organisations_share + f.organisations_share
    from group_partner_hubs f, groups g where p.hub_id = ${to} and f.hub_id = ${from} and f.group_id = p.group_id and g.id = p.group_id and g.year >= ${year}`.execute(
    tx,
  )
  await sql`update places p set partner_hub_id = null from groups g where g.id = p.group_id and g.hub_id = p.partner_hub_id`.execute(
    tx,
  )
  await sql`delete from group_partner_hubs p using groups g where g.id = p.group_id and
    ((p.hub_id = ${to} and g.hub_id = ${to}) or (p.hub_id = ${from} and g.year >= ${year}))`.execute(tx)
  await sql`delete from offer_partner_hubs p using offers o where o.id = p.offer_id and
    ((p.hub_id = ${to} and o.hub_id = ${to}) or (p.hub_id = ${from} and o.year >= ${year}))`.execute(tx)
}

/** Notes where offers stood, and gives those another address whose own is taken at the other hub. */
export const keepAddresses = async (
  tx: Transaction,
  { from, to, offers }: Pick<Passing, 'from' | 'to' | 'offers'>,
  suffix: string,
): Promise<void> => {
  await sql`insert into former_offer_addresses (hub_id, year, slug, offer_id)
    select hub_id, year, slug, id from offers where id = any(${offers}::uuid[]) and hub_id = ${from}
    on conflict do nothing`.execute(tx)
  await sql`update offers o set slug = o.slug || '-' || ${suffix}
    where o.id = any(${offers}::uuid[]) and exists (select from offers x where x.hub_id = ${to} and x.year = o.year and x.slug = o.slug)`.execute(
    tx,
  )
}

/** Copies the policies of offers that pass over, word for word, and lets those offers mean the copies; what was agreed to keeps meaning the old ones. */
export const copyPolicies = async (
  tx: Transaction,
  { to, offers }: Pick<Passing, 'to' | 'offers'>,
  { suffix, now }: { suffix: string; now: Temporal.Instant },
): Promise<number> => {
  if (offers.length === 0) return 0
  const policies = await tx
    .selectFrom('cancellation_policies')
    .selectAll()
    .where('id', 'in', (used) =>
      used
        .selectFrom('offers')
        .select('policy_id')
        .where('id', 'in', [...offers])
        .where('policy_id', 'is not', null),
    )
    .orderBy('name')
    .orderBy('version')
    .execute()
  for (const policy of policies) {
    const name = `${policy.name} (${suffix}${policy.version > 1 ? `, version ${policy.version}` : ''})`
    const id = newId()
    await tx
      .insertInto('cancellation_policies')
      .values({ ...policy, id, hub_id: to, name, version: 1, created_at: now })
      .execute()
    await tx
      .updateTable('offers')
      .set({ policy_id: id })
      .where('id', 'in', [...offers])
      .where('policy_id', '=', policy.id)
      .execute()
  }
  return policies.length
}

/** Gives the other hub venues of its own for what passes over, where the first keeps using them. */
export const copyVenues = async (
  tx: Transaction,
  { from, to, offers, groups }: Pick<Passing, 'from' | 'to' | 'offers' | 'groups'>,
): Promise<number> => {
  const { rows } = await sql<{ id: string }>`
    select v.id from venues v where v.hub_id = ${from} and v.id in (
      select venue_id from offers where id = any(${offers}::uuid[]) union select venue_id from planned_dates where offer_id = any(${offers}::uuid[])
      union select venue_id from groups where id = any(${groups}::uuid[]) union select venue_id from sessions where group_id = any(${groups}::uuid[]))
    order by v.name`.execute(tx)
  for (const { id } of rows) {
    const copy = newId()
    const venue = await tx.selectFrom('venues').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    await tx
      .insertInto('venues')
      .values({ ...venue, id: copy, hub_id: to })
      .execute()
    await sql`update offers set venue_id = ${copy} where venue_id = ${id} and id = any(${offers}::uuid[])`.execute(tx)
    await sql`update planned_dates set venue_id = ${copy} where venue_id = ${id} and offer_id = any(${offers}::uuid[])`.execute(
      tx,
    )
    await sql`update groups set venue_id = ${copy} where venue_id = ${id} and id = any(${groups}::uuid[])`.execute(tx)
    await sql`update sessions set venue_id = ${copy} where venue_id = ${id} and group_id = any(${groups}::uuid[])`.execute(
      tx,
    )
  }
  return rows.length
}

/** Offers and groups locked before they pass over: whoever decides about them has finished, or waits and finds them at the other hub. */
export const lockWork = async (
  tx: Transaction,
  hubId: string,
  year: number,
): Promise<{ readonly offers: readonly string[]; readonly groups: readonly string[] }> => {
  const offers = await tx
    .selectFrom('offers')
    .select('id')
    .where('hub_id', '=', hubId)
    .where('year', '>=', year)
    .orderBy('id')
    .forUpdate()
    .execute()
  const groups = await tx
    .selectFrom('groups')
    .select('id')
    .where('hub_id', '=', hubId)
    .where('year', '>=', year)
    .orderBy('id')
    .forUpdate()
    .execute()
  return { offers: offers.map(({ id }) => id), groups: groups.map(({ id }) => id) }
}

/** Closes a hub after its last day, its lead organisations with it, and says which hub follows. */
export const closeInto = async (
  tx: Transaction,
  { from: hubId, to }: Pick<Passing, 'from' | 'to'>,
  { from, reason, now }: { from: Temporal.PlainDate; reason: string; now: Temporal.Instant },
): Promise<void> => {
  const last = from.subtract({ days: 1 })
  await tx.updateTable('hubs').set({ closed_on: last, closed_reason: reason }).where('id', '=', hubId).execute()
  await tx
    .updateTable('hub_lead_organisations')
    .set({ to_on: last })
    .where('hub_id', '=', hubId)
    .where('to_on', 'is', null)
    .execute()
  await tx
    .updateTable('planned_hub_changes')
    .set({ cancelled_at: now })
    .where('hub_id', '=', hubId)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('due_on', '>', from)
    .execute()
  await insertSuccessor(tx, { predecessor: hubId, successor: to, kind: 'merged', since: from })
}

export const insertSuccessor = (
  tx: Transaction,
  line: { predecessor: string; successor: string; kind: 'merged' | 'split'; since: Temporal.PlainDate },
) =>
  tx
    .insertInto('hub_successors')
    .values({
      predecessor_id: line.predecessor,
      successor_id: line.successor,
      kind: line.kind,
      since_on: line.since,
    })
    .execute()
