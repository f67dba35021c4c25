import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { isId } from '../../vocabulary/ids.ts'
import { localInstant } from '../../vocabulary/local-time.ts'
import { personIdOf } from '../people/index.ts'
import type { FormerPart } from './former-part.ts'

export type FormerlyWorkedOn = {
  readonly group: string
  readonly hub: string
  readonly parts: readonly FormerPart[]
}

type Row = {
  readonly group: string
  readonly hub: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly endedAt: Temporal.Instant | null
}

const midnight = Temporal.PlainTime.from('00:00')

// A part that is ended during a day has its last day written as the day before: until that moment it was held.
const partOf = ({ from, to, endedAt }: Row): FormerPart => {
  const written = localInstant(to.add({ days: 1 }), midnight)
  const until = endedAt && Temporal.Instant.compare(endedAt, written) > 0 ? endedAt : written
  return { from: localInstant(from, midnight), until }
}

/** A group on which whoever asks worked once, as its lead or as staff of its hubs, and no longer does; null for everybody else. */
export const groupFormerlyWorkedOn = async (
  { db, actor, today }: Context,
  groupId: string,
): Promise<FormerlyWorkedOn | null> => {
  const personId = personIdOf(actor)
  if (personId === null || !isId(groupId)) return null
  const { rows } = await sql<Row>`
    select g.name as "group", h.name as hub, r.from_on as "from", r.to_on as "to", r.ended_at as "endedAt"
    from groups g join hub_names h on h.hub_id = g.hub_id and h.to_on is null
      join roles r on r.person_id = ${personId} and r.to_on < ${today} and (
        (r.role = 'group_lead' and r.group_id = g.id)
        or (r.role in ('hub_lead', 'hub_administrator')
          and (r.hub_id = g.hub_id or r.hub_id in (select p.hub_id from group_partner_hubs p where p.group_id = g.id))))
    where g.id = ${groupId}`.execute(db)
  const [first] = rows
  return first ? { group: first.group, hub: first.hub, parts: rows.map(partOf) } : null
}

export type ToTell = { readonly personId: string; readonly name: string; readonly address: string; readonly as: string }

/** Who settles what waits in the registers of a group: its leads, or the staff of its hub where it has none. */
export const whoSettles = async (
  db: Reader,
  groupId: string,
  today: Temporal.PlainDate,
): Promise<readonly ToTell[]> => {
  const { rows } = await sql<ToTell & { readonly leads: boolean }>`
    select distinct on (p.id) p.id as "personId", p.name, e.address::text as address, r.role = 'group_lead' as leads,
      case r.role when 'group_lead' then 'you lead ' else 'your hub holds ' end || g.name as "as"
    from groups g join roles r on (r.role = 'group_lead' and r.group_id = g.id) or (r.role in ('hub_lead', 'hub_administrator') and r.hub_id = g.hub_id)
      join people p on p.id = r.person_id and p.erased_at is null
      join email_addresses e on e.person_id = p.id and e.to_at is null and e.is_primary
    where g.id = ${groupId} and (r.to_on is null or r.to_on >= ${today})
    order by p.id, leads desc`.execute(db)
  const leads = rows.filter(({ leads }) => leads)
  return leads.length > 0 ? leads : rows
}
