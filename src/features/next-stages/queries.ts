import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { academicYear, yearSlug } from '../../vocabulary/academic-year.ts'
import { isId } from '../../vocabulary/ids.ts'
import type { InvitationSeen, Recipient } from './invitation.ts'

type Row = Omit<InvitationSeen, 'offer' | 'recipient'> & {
  readonly recipient: Recipient | null
  readonly hub: string
  readonly offer: { readonly title: string; readonly slug: string; readonly year: number } | null
}

const addressOf = sql`(select m.address::text from email_addresses m where m.person_id = e.id and m.to_at is null and m.is_primary
  order by m.confirmed_at is null, m.from_at desc limit 1)`

// Those who took part under the school's place and are still there, the lead participant first; then whoever leads the school here.
const recipient = (today: Temporal.PlainDate) => sql`(
  select jsonb_build_object('personId', w.id, 'name', w.name, 'address', w.address) from (
    select e.id, e.name, ${addressOf} as address, case a.part when 'lead' then 1 else 2 end as turn, a.from_on as since
    from places p join participants a on a.place_id = p.id join people e on e.id = a.person_id
    where p.group_id = i.group_id and p.organisation_id = i.organisation_id and p.status = 'completed' and a.part <> 'substitute'
      and e.erased_at is null and not exists (select from posts t where t.person_id = e.id and t.organisation_id = o.id and t.to_on < ${today}
        and not exists (select from posts u where u.person_id = e.id and u.organisation_id = o.id and (u.to_on is null or u.to_on >= ${today})))
    union all
    select e.id, e.name, ${addressOf}, 3, r.from_on from roles r join people e on e.id = r.person_id
    where r.role = 'school_lead' and r.organisation_id = o.id and e.erased_at is null
      and r.from_on <= ${today} and (r.to_on is null or r.to_on >= ${today})
  ) w where w.address is not null order by w.turn, w.since, w.id limit 1)`

const offerOfNext = (hubId: string) => sql`(
  select jsonb_build_object('title', j.title, 'slug', f.slug, 'year', j.year) from offers f join projects j on j.id = f.project_id
  where j.stage_id = i.to_stage_id and j.year > g.year and f.hub_id = ${hubId} and f.status = 'published'
  order by j.year, f.slug limit 1)`

const hasAsked = sql<boolean>`exists (select from expressions_of_interest x join offers f on f.id = x.offer_id join projects j on j.id = f.project_id
  where x.organisation_id in (i.organisation_id, o.id) and j.stage_id = i.to_stage_id and j.year > g.year
    and x.status in ('received', 'confirmed', 'waiting', 'offered', 'placed'))`

/**
 * The invitations to the next stage of the schools whose hub this is (in a shared group each hub has its own), the open ones and
 * what was sent since a day; by project's stage and school. A closed school is told of as its successor.
 */
export const invitationsOfHub = async (
  db: Reader,
  hubId: string,
  { today, sentSince }: { today: Temporal.PlainDate; sentSince: Temporal.Instant },
): Promise<readonly InvitationSeen[]> => {
  if (!isId(hubId)) return []
  const { rows } = await sql<Row>`
    select i.id, o.id as "organisationId", o.name as organisation, o.urn, o.status = 'closed' as "isClosed",
      g.id as "groupId", g.name as "group", g.year, s.name as stage, n.name as next,
      i.sent_at as "sentAt", i.sent_in as "sentIn", i.left_out_at as "leftOutAt",
      ${recipient(today)} as recipient, ${offerOfNext(hubId)} as offer, ${hasAsked} as "hasAsked",
      (select h.slug from hubs h where h.id = ${hubId}) as hub
    from invitations_to_next_stage i join groups g on g.id = i.group_id
      join stages s on s.id = i.from_stage_id join stages n on n.id = i.to_stage_id
      left join lateral (select l.successor_id from organisation_successors l join organisations c on c.id = l.predecessor_id
        join organisations a on a.id = l.successor_id and a.status <> 'closed'
        where l.predecessor_id = i.organisation_id and c.status = 'closed' order by l.since_on desc, l.successor_id limit 1) l on true
      join organisations o on o.id = coalesce(l.successor_id, i.organisation_id)
    where ${sentBy(hubId)} and (i.sent_at is null or i.sent_at >= ${sentSince})
    order by n.name, o.name, i.id`.execute(db)
  return rows.map(({ hub, offer, ...row }) => ({
    ...row,
    offer: offer && {
      title: offer.title,
      year: offer.year,
      path: `/hubs/${hub}/offers/${yearSlug(academicYear(offer.year))}/${offer.slug}`,
    },
  }))
}

// The place that was completed says whose school it is; where nothing does, the hub that holds the group.
const sentBy = (hubId: string) => sql`(exists (
    select from places p cross join lateral hubs_of_place(p.id) w
    where p.group_id = i.group_id and p.organisation_id = i.organisation_id and p.status = 'completed' and w.hub_id = ${hubId})
  or (g.hub_id = ${hubId} and not exists (
    select from places p where p.group_id = i.group_id and p.organisation_id = i.organisation_id and p.status = 'completed')))`

/** The hubs whose schools these are that have completed their places in a group, with how many are each one's. */
export const hubsOfCompleted = async (
  db: Reader,
  groupId: string,
  organisationIds: readonly string[],
): Promise<readonly { hubId: string; schools: number }[]> => {
  const { rows } = await sql<{ hubId: string; schools: number }>`
    select w.hub_id as "hubId", count(distinct p.organisation_id)::int as schools
    from places p cross join lateral hubs_of_place(p.id) w
    where p.group_id = ${groupId} and p.status = 'completed' and p.organisation_id = any(${[...organisationIds]}::uuid[])
    group by w.hub_id order by w.hub_id`.execute(db)
  return rows
}
