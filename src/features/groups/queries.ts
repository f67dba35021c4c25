import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { isId } from '../../vocabulary/ids.ts'
import type { GroupSeen, GroupStatus, Joining } from './group.ts'
import { sightOf } from './policy.ts'

const groupsSeen = (db: Reader, today: Temporal.PlainDate) =>
  db
    .selectFrom('groups as g')
    .innerJoin('projects as p', 'p.id', 'g.project_id')
    .innerJoin('terms_of_years as m', (join) =>
      join.onRef('m.delivery_model', '=', 'p.delivery_model').onRef('m.year', '=', 'p.year'),
    )
    .innerJoin('hubs as h', 'h.id', 'g.hub_id')
    .leftJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .leftJoin('project_themes as t', 't.id', 'g.theme_id')
    .leftJoin('venues as v', 'v.id', 'g.venue_id')
    .leftJoin('groups as x', 'x.id', 'g.merged_into_id')
    .leftJoin('group_mergers as a', (join) =>
      join.onRef('a.from_group_id', '=', 'g.id').on('a.status', '=', 'arranged'),
    )
    .leftJoin('groups as w', 'w.id', 'a.into_group_id')
    .select([
      'g.id',
      'g.hub_id as hubId',
      'g.name',
      'g.status',
      'g.status_reason as statusReason',
      'g.year',
      'g.project_id as projectId',
      'g.offer_id as offerId',
      'g.theme_id as themeId',
      'g.organisations_room as organisationsRoom',
      'g.organisations_taken as organisationsTaken',
      'g.people_room as peopleRoom',
      'g.people_taken as peopleTaken',
      'g.organisations_minimum as organisationsMinimum',
      'g.venue_id as venueId',
      'g.online_link as onlineLink',
      'h.slug as hubSlug',
      'p.title as projectTitle',
      'p.code as projectCode',
      'p.unit',
      'p.audiences',
      'm.group_word as groupWord',
      'm.lead_word as leadWord',
      'm.session_kind as sessionKind',
      't.title as themeTitle',
      'v.short_name as venueName',
      'x.id as otherId',
      'x.name as otherName',
      'w.name as joiningName',
      'a.due_at as joiningAt',
    ])
    .select(sql<string>`coalesce(n.name, h.slug)`.as('hubName'))
    .select(
      sql<
        { id: string; name: string }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', x.hub_id, 'name', coalesce(xn.name, xh.slug)) order by xh.slug)
        from group_partner_hubs x join hubs xh on xh.id = x.hub_id left join hub_names xn on xn.hub_id = x.hub_id and xn.to_on is null where x.group_id = g.id), '[]')`.as(
        'partnerHubs',
      ),
    )
    .select(
      sql<
        { personId: string; name: string }[]
      >`coalesce((select jsonb_agg(distinct jsonb_build_object('personId', l.id, 'name', l.name))
        from roles r join people l on l.id = r.person_id where r.group_id = g.id and r.role = 'group_lead' and (r.to_on is null or r.to_on >= ${today})), '[]')`.as(
        'leads',
      ),
    )

type Row = Awaited<ReturnType<ReturnType<typeof groupsSeen>['execute']>>[number]

const seenBy = ({ actor }: Context, { otherId, otherName, joiningName, joiningAt, ...row }: Row): GroupSeen | null => {
  const group = {
    ...row,
    mergedInto: otherId === null ? null : { id: otherId, name: otherName ?? '' },
    joining: joiningAt === null ? null : { name: joiningName ?? '', at: joiningAt },
    status: row.status as GroupStatus,
    unit: row.unit as Joining['unit'],
    partnerHubIds: row.partnerHubs.map((hub) => hub.id),
  }
  const sight = sightOf(actor, group)
  return sight ? { ...group, sight } : null
}

/** A group, in the sight of whoever asks: null when it is not theirs to know of (domain rules 9 and 10). */
export const groupInSight = async (context: Context, id: string): Promise<GroupSeen | null> => {
  if (!isId(id)) return null
  const row = await groupsSeen(context.db, context.today).where('g.id', '=', id).executeTakeFirst()
  return row ? seenBy(context, row) : null
}

/** The groups made of an offer, those that are over last. */
export const groupsOfOffer = async (context: Context, offerId: string): Promise<readonly GroupSeen[]> => {
  const rows = await groupsSeen(context.db, context.today).where('g.offer_id', '=', offerId).orderBy('g.name').execute()
  return rows.flatMap((row) => seenBy(context, row) ?? [])
}

/** Groups a hub holds or shares in a year. */
export const groupsOfHub = async (context: Context, hubId: string, year: number): Promise<readonly GroupSeen[]> => {
  const rows = await groupsSeen(context.db, context.today)
    .where('g.year', '=', year)
    .where((where) =>
      where.or([
        where('g.hub_id', '=', hubId),
        where(
          'g.id',
          'in',
          where.selectFrom('group_partner_hubs as s').select('s.group_id').where('s.hub_id', '=', hubId),
        ),
      ]),
    )
    .orderBy('p.title')
    .orderBy('g.name')
    .execute()
  return rows.flatMap((row) => seenBy(context, row) ?? [])
}

/** Groups that somebody leads, and those of the hubs they work for, not yet over unless asked. */
export const ownGroups = async (
  context: Context,
  own: { groupIds: readonly string[]; hubIds: readonly string[] },
): Promise<readonly GroupSeen[]> => {
  const rows = await groupsSeen(context.db, context.today)
    .where((where) =>
      where.or([
        where('g.id', '=', sql<string>`any(${[...own.groupIds]}::uuid[])`),
        where('g.hub_id', '=', sql<string>`any(${[...own.hubIds]}::uuid[])`),
        where(
          'g.id',
          'in',
          where
            .selectFrom('group_partner_hubs as s')
            .select('s.group_id')
            .where('s.hub_id', '=', sql<string>`any(${[...own.hubIds]}::uuid[])`),
        ),
      ]),
    )
    .orderBy('g.year', 'desc')
    .orderBy('g.name')
    .execute()
  return rows.flatMap((row) => seenBy(context, row) ?? [])
}

/** The next dated session of each of these groups, and how many of their sessions have no confirmed date yet. */
export const nextSessionsOf = async (db: Reader, groupIds: readonly string[], today: Temporal.PlainDate) => {
  const ids = sql<string>`any(${[...groupIds]}::uuid[])`
  const [next, open] = await Promise.all([
    db
      .selectFrom('sessions')
      .distinctOn('group_id')
      .select(['group_id as groupId', 'number', 'on_date as onDate', 'status'])
      .where('group_id', '=', ids)
      .where('status', 'in', ['provisional', 'confirmed'])
      .where('on_date', '>=', today)
      .orderBy('group_id')
      .orderBy('on_date')
      .orderBy('starts_at')
      .execute(),
    db
      .selectFrom('sessions')
      .select(['group_id as groupId'])
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('group_id', '=', ids)
      .where('status', '=', 'provisional')
      .groupBy('group_id')
      .execute(),
  ])
  return {
    next: new Map(next.map((row) => [row.groupId, row])),
    provisional: new Map(open.map((row) => [row.groupId, row.count])),
  }
}

/** The years in which a hub has groups, latest first. */
export const yearsWithGroups = async (db: Reader, hubId: string): Promise<readonly number[]> => {
  const rows = await db
    .selectFrom('groups')
    .select('year')
    .distinct()
    .where('hub_id', '=', hubId)
    .orderBy('year', 'desc')
    .execute()
  return rows.map((row) => row.year)
}
