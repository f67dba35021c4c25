import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { InterestStatus } from '../interest/index.ts'

/** How much of each state a hub has, for what needs doing. */
export const countsOfHub = async (db: Reader, hubId: string): Promise<ReadonlyMap<InterestStatus, number>> => {
  const rows = await db
    .selectFrom('expressions_of_interest as i')
    .innerJoin('offers as f', 'f.id', 'i.offer_id')
    .select(['i.status', sql<number>`count(*)`.as('total')])
    .where('f.hub_id', '=', hubId)
    .where('i.received_at', 'is not', null)
    .groupBy('i.status')
    .execute()
  return new Map(rows.map((row) => [row.status as InterestStatus, row.total]))
}

export type OfferCounted = {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly status: string
  readonly toDecide: number
  readonly waiting: number
  readonly placed: number
  readonly freePlaces: number
}

/** The published offers of a hub (those of an ended project as closed) with what is asked of them and what room their groups have; those with most to decide first. */
export const offersCounted = (db: Reader, hubId: string): Promise<readonly OfferCounted[]> => {
  const interest = (status: string) =>
    sql<number>`(select count(*) from expressions_of_interest i where i.offer_id = f.id and i.status = ${status})`
  return db
    .selectFrom('offers as f')
    .innerJoin('projects as p', 'p.id', 'f.project_id')
    .leftJoin('project_themes as t', 't.id', 'f.theme_id')
    .select(['f.id', 'f.year'])
    .select(sql<string>`case when p.status in ('closed', 'withdrawn') then 'closed' else f.status end`.as('status'))
    .select(sql<string>`p.title || coalesce(': ' || t.title, '')`.as('title'))
    .select([interest('confirmed').as('toDecide'), interest('waiting').as('waiting'), interest('placed').as('placed')])
    .select(
      sql<number>`coalesce((select sum(g.organisations_room - g.organisations_taken) from groups g
        where g.offer_id = f.id and g.status in ('forming', 'confirmed', 'running')), 0)`.as('freePlaces'),
    )
    .where('f.hub_id', '=', hubId)
    .where('f.status', 'in', ['published', 'closed'])
    .orderBy('f.year', 'desc')
    .orderBy('toDecide', 'desc')
    .orderBy('p.title')
    .execute()
}

/** Places offered by a hub that wait for an answer, those whose time ends within three days, and charges that a person has still to decide on: one question. */
export const answersAwaited = async (
  db: Reader,
  hubId: string,
  now: Temporal.Instant,
): Promise<{ offered: number; endingSoon: number; charges: number }> => {
  const row = await db
    .selectFrom('places as l')
    .innerJoin('groups as g', 'g.id', 'l.group_id')
    .select(sql<number>`count(*)`.as('offered'))
    .select(sql<number>`count(*) filter (where l.respond_by < ${now.add({ hours: 72 })})`.as('ending'))
    .select((select) => [
      select
        .selectFrom('charges')
        .select(sql<number>`count(*)`.as('total'))
        .where('hub_id', '=', hubId)
        .where('status', '=', 'proposed')
        .as('charges'),
    ])
    .where('g.hub_id', '=', hubId)
    .where('l.status', '=', 'offered')
    .executeTakeFirst()
  return { offered: row?.offered ?? 0, endingSoon: row?.ending ?? 0, charges: row?.charges ?? 0 }
}
