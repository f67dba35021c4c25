import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

type Listed = ReadonlyMap<string, readonly string[]>

const listed = (rows: readonly { readonly id: string; readonly groups: readonly string[] }[]): Listed =>
  new Map(rows.map(({ id, groups }) => [id, groups]))

/** For each request the groups that meet while another group of the same organisation, or person, does. */
export const clashesOf = async (
  db: Reader,
  interestIds: readonly string[],
  groupIds: readonly string[],
): Promise<Listed> => {
  const result = await sql<{ id: string; groups: string[] }>`
    select i.id, array_agg(distinct theirs.group_id order by theirs.group_id) as groups
      from expressions_of_interest i
      join places p on p.organisation_id = i.organisation_id and p.status in ('offered', 'held')
        and (i.person_id is null or p.person_id = i.person_id)
      join sessions own on own.group_id = p.group_id and own.status in ('provisional', 'confirmed')
      join sessions theirs on theirs.on_date = own.on_date and theirs.group_id <> own.group_id
        and theirs.status in ('provisional', 'confirmed')
        and (own.starts_at is null or theirs.starts_at is null
          or (own.starts_at < theirs.ends_at and theirs.starts_at < own.ends_at))
      where i.id = any(${interestIds}::uuid[]) and theirs.group_id = any(${groupIds}::uuid[])
      group by i.id`.execute(db)
  return listed(result.rows)
}

/** For each request the groups that continue one in which the organisation had a place. */
export const continuedBy = async (
  db: Reader,
  interestIds: readonly string[],
  groupIds: readonly string[],
): Promise<Listed> => {
  const result = await sql<{ id: string; groups: string[] }>`
    select i.id, array_agg(distinct g.id order by g.id) as groups
      from expressions_of_interest i
      join places p on p.organisation_id = i.organisation_id and p.status in ('held', 'completed')
      join groups g on g.continues_group_id = p.group_id
      where i.id = any(${interestIds}::uuid[]) and g.id = any(${groupIds}::uuid[])
      group by i.id`.execute(db)
  return listed(result.rows)
}

/** Days of the week on which groups meet, 1 for Monday. */
export const daysOfGroups = async (
  db: Reader,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> => {
  const result = await sql<{ id: string; days: number[] }>`
    select group_id as id, array_agg(distinct extract(isodow from on_date)::int order by extract(isodow from on_date)::int) as days
      from sessions where group_id = any(${groupIds}::uuid[]) and on_date is not null and status in ('provisional', 'confirmed')
      group by group_id`.execute(db)
  return new Map(result.rows.map(({ id, days }) => [id, days]))
}

/** How many organisations of each phase have a place in groups. */
export const phasesInGroups = async (
  db: Reader,
  groupIds: readonly string[],
): Promise<readonly { readonly groupId: string; readonly phase: string | null; readonly organisations: number }[]> => {
  const result = await sql<{ groupId: string; phase: string | null; organisations: number }>`
    select p.group_id as "groupId", o.phase, count(*)::int as organisations
      from places p join organisations o on o.id = p.organisation_id
      where p.group_id = any(${groupIds}::uuid[]) and p.status in ('offered', 'held', 'completed')
      group by p.group_id, o.phase`.execute(db)
  return result.rows
}

/** The phase that the register states for the organisation of each request. */
export const phasesOfRequests = async (
  db: Reader,
  interestIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> => {
  const result = await sql<{ id: string; phase: string | null }>`
    select i.id, o.phase from expressions_of_interest i join organisations o on o.id = i.organisation_id
      where i.id = any(${interestIds}::uuid[])`.execute(db)
  return new Map(result.rows.map(({ id, phase }) => [id, phase]))
}
