import type { Reader } from '../../platform/database/index.ts'

/** A hub with its own words on personal data, if it has any. */
export const hubNotice = async (db: Reader, slug: string) =>
  db
    .selectFrom('hubs as h')
    .innerJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .leftJoin('hub_privacy_notices as p', (join) => join.onRef('p.hub_id', '=', 'h.id').on('p.to_on', 'is', null))
    .select(['h.id', 'h.slug', 'n.name', 'h.email', 'p.notice'])
    .where('h.slug', '=', slug)
    .executeTakeFirst()
