import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { isId } from '../../vocabulary/ids.ts'
import type { Asking, AskingStatus } from './asking.ts'

const nameOf = (hub: string) =>
  sql<string>`coalesce((select n.name::text from hub_names n where n.hub_id = ${sql.ref(hub)} and n.to_on is null), (select slug from hubs where id = ${sql.ref(hub)}))`

const askings = (db: Reader) =>
  db
    .selectFrom('group_partner_askings as a')
    .innerJoin('groups as g', 'g.id', 'a.group_id')
    .innerJoin('projects as p', 'p.id', 'g.project_id')
    .innerJoin('hubs as h', 'h.id', 'a.hub_id')
    .select([
      'a.id',
      'a.group_id as groupId',
      'g.name as groupName',
      'p.title as projectTitle',
      'g.hub_id as leadHubId',
    ])
    .select(['a.hub_id as hubId', 'h.slug as hubSlug', 'a.organisations_share as share', 'a.shares_end_on as endOn'])
    .select(['a.word', 'a.status', 'a.asked_at as askedAt', 'a.answered_at as answeredAt', 'a.answer'])
    .select([nameOf('g.hub_id').as('leadHubName'), nameOf('a.hub_id').as('hubName')])
    .orderBy(sql`a.status = 'asked' desc`)
    .orderBy('a.asked_at', 'desc')
    .orderBy('a.id')

type Row = Awaited<ReturnType<ReturnType<typeof askings>['execute']>>[number]
const askingOf = (row: Row): Asking => ({ ...row, status: row.status as AskingStatus })

/** Whom the lead hub of a group has asked to share it. */
export const askingsOfGroup = async (db: Reader, groupId: string): Promise<readonly Asking[]> =>
  (await askings(db).where('a.group_id', '=', groupId).execute()).map(askingOf)

/** What other hubs have asked a hub, open ones first. */
export const askingsOfHub = async (db: Reader, hubId: string): Promise<readonly Asking[]> =>
  (await askings(db).where('a.hub_id', '=', hubId).limit(50).execute()).map(askingOf)

export const askingById = async (db: Reader, id: string): Promise<Asking | null> => {
  const row = isId(id) ? await askings(db).where('a.id', '=', id).executeTakeFirst() : undefined
  return row ? askingOf(row) : null
}

/** The hubs that can be asked to share a group: open, not of it already, and not asked now. */
export const hubsToAsk = async (db: Reader, groupId: string): Promise<readonly { id: string; name: string }[]> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select h.id, n.name::text as name from hubs h join hub_names n on n.hub_id = h.id and n.to_on is null join groups g on g.id = ${groupId}
    where h.closed_on is null and h.id <> g.hub_id
      and not exists (select from group_partner_hubs s where s.group_id = g.id and s.hub_id = h.id)
      and not exists (select from group_partner_askings a where a.group_id = g.id and a.hub_id = h.id and a.status = 'asked')
    order by n.name`.execute(db)
  return rows
}
