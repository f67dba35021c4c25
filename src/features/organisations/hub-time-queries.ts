import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type {
  AreaInTime,
  DetailsInTime,
  HubThroughTime,
  Kinship,
  LeadInTime,
  NameInTime,
  NoticeInTime,
} from './hub-over-time.ts'
import { hubBySlug } from './hub-queries.ts'

// The open ones first, then by when they ended and began.
const latestFirst = sql`to_on desc nulls first, from_on desc nulls last`

const namesOf = async (db: Reader, hubId: string): Promise<readonly NameInTime[]> =>
  (
    await sql<NameInTime>`select id, name, from_on as "from", to_on as "to" from hub_names where hub_id = ${hubId}
    order by ${latestFirst}, name`.execute(db)
  ).rows

const leadsOf = async (db: Reader, hubId: string): Promise<readonly LeadInTime[]> =>
  (
    await sql<LeadInTime>`select l.id, l.name, l.organisation_id as "organisationId", o.urn, l.from_on as "from", l.to_on as "to"
    from hub_lead_organisations l left join organisations o on o.id = l.organisation_id where l.hub_id = ${hubId}
    order by l.to_on desc nulls first, l.from_on desc nulls last, l.name`.execute(db)
  ).rows

const areasThroughTime = async (db: Reader, hubId: string): Promise<readonly AreaInTime[]> =>
  (
    await sql<AreaInTime>`select id, authority_code as "authorityCode", described_as as "describedAs", part, from_on as "from", to_on as "to"
    from hub_areas where hub_id = ${hubId} order by ${latestFirst}, described_as`.execute(db)
  ).rows

const detailsOf = async (db: Reader, hubId: string): Promise<readonly DetailsInTime[]> =>
  (
    await sql<DetailsInTime>`select website, email, telephone, about, area_described as "areaDescribed", details_from_on as "from", closed_on as "to"
      from hubs where id = ${hubId}
    union all
    (select website, email, telephone, about, area_described, from_on, to_on from former_hub_details where hub_id = ${hubId}
      order by to_on desc)`.execute(db)
  ).rows

const noticesOf = async (db: Reader, hubId: string): Promise<readonly NoticeInTime[]> =>
  (
    await sql<NoticeInTime>`select notice, from_on as "from", to_on as "to" from hub_privacy_notices where hub_id = ${hubId}
    order by ${latestFirst}`.execute(db)
  ).rows

const kinOf = async (
  db: Reader,
  hubId: string,
  side: 'predecessor_id' | 'successor_id',
): Promise<readonly Kinship[]> => {
  const own = side === 'predecessor_id' ? 'successor_id' : 'predecessor_id'
  const { rows } = await sql<Kinship>`select s.kind, s.since_on as since, h.slug, n.name
    from hub_successors s join hubs h on h.id = s.${sql.ref(side)} join hub_names n on n.hub_id = h.id and n.to_on is null
    where s.${sql.ref(own)} = ${hubId} order by s.since_on desc, n.name`.execute(db)
  return rows
}

/** A hub with everything that ever held of it. */
export const hubThroughTime = async (db: Reader, slug: string): Promise<HubThroughTime | null> => {
  const hub = await hubBySlug(db, slug)
  if (!hub) return null
  const [row, names, leads, areas, details, notices, predecessors, successors] = await Promise.all([
    db
      .selectFrom('hubs')
      .select(['opened_on', 'closed_on', 'closed_reason'])
      .where('id', '=', hub.id)
      .executeTakeFirstOrThrow(),
    namesOf(db, hub.id),
    leadsOf(db, hub.id),
    areasThroughTime(db, hub.id),
    detailsOf(db, hub.id),
    noticesOf(db, hub.id),
    kinOf(db, hub.id, 'predecessor_id'),
    kinOf(db, hub.id, 'successor_id'),
  ])
  return {
    hub,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    closedReason: row.closed_reason,
    names,
    leads,
    areas,
    details,
    notices,
    predecessors,
    successors,
  }
}
