import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { type Naming, namesByDay, namesRuleOf } from './names-later.ts'

// Requests for which people are missing. The first date is that of the group, for who has a place, or else the first planned.
const owing = (db: Reader) =>
  db
    .selectFrom('expressions_of_interest as i')
    .innerJoin('offers as f', 'f.id', 'i.offer_id')
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .leftJoin('names_later as own', 'own.offer_id', 'f.id')
    .leftJoin('names_later as national', 'national.project_id', 'i.project_id')
    .leftJoin('names_asked_for as a', 'a.interest_id', 'i.id')
    .leftJoin('places as l', 'l.id', 'i.place_id')
    .leftJoin('groups as g', 'g.id', 'l.group_id')
    .innerJoin('projects as j', 'j.id', 'i.project_id')
    .select(['i.id', 'i.offer_id', 'i.status', 'o.name as organisation', 'i.sender_name', 'g.name as group'])
    .select(['f.hub_id', 'o.authority_code', 'j.title as project'])
    .select(['own.id as own_id', 'own.days as own_days', 'own.by_on as own_by'])
    .select(['national.days as days', 'national.by_on as by_on'])
    .select(['a.reminded_at', 'a.overdue_told_at'])
    .select([
      sql<number>`people_not_named(i)`.as('missing'),
      sql<Temporal.PlainDate | null>`coalesce(
        (select min(s.on_date) from sessions s where s.group_id = l.group_id and s.status <> 'cancelled'),
        (select min(d.on_date) from planned_dates d where d.offer_id = i.offer_id))`.as('first_on'),
    ])
    .where('i.status', 'in', ['received', 'confirmed', 'waiting', 'offered', 'placed'])

type Row = Awaited<ReturnType<ReturnType<typeof owing>['execute']>>[number]

/** Somebody who owes names, as the staff of the hub see it. */
export type Owing = Naming & {
  readonly offerId: string
  readonly hubId: string
  readonly project: string
  readonly organisation: string
  /** The authority of the organisation, whose terms tell when it is on holiday. */
  readonly authority: string | null
  readonly sender: string
  readonly status: string
  readonly group: string | null
  readonly overdueToldAt: Temporal.Instant | null
}

const owingOf = (row: Row): Owing => {
  const rule = row.own_id ? namesRuleOf({ days: row.own_days, by_on: row.own_by }) : namesRuleOf(row)
  return {
    interestId: row.id,
    offerId: row.offer_id,
    hubId: row.hub_id,
    project: row.project,
    authority: row.authority_code,
    organisation: row.organisation,
    sender: row.sender_name,
    status: row.status,
    group: row.group,
    missing: row.missing,
    rule,
    by: namesByDay(rule, row.first_on),
    remindedAt: row.reminded_at,
    overdueToldAt: row.overdue_told_at,
  }
}

/** What one request owes of its names. */
export const namesOfInterest = async (db: Reader, interestId: string): Promise<Owing | null> => {
  const row = await owing(db).where('i.id', '=', interestId).executeTakeFirst()
  return row ? owingOf(row) : null
}

/** Who of an offer owes names, those with the nearest day first. */
export const owingOfOffer = async (db: Reader, offerId: string): Promise<readonly Owing[]> => {
  const rows = await owing(db)
    .where('i.offer_id', '=', offerId)
    .where(sql<boolean>`people_not_named(i) > 0`)
    .orderBy('o.name')
    .execute()
  const far = Temporal.PlainDate.from('9999-12-31')
  return rows.map(owingOf).toSorted((one, other) => Temporal.PlainDate.compare(one.by ?? far, other.by ?? far))
}

/**
 * Requests of a hub or of all that owe names where names may come later, so many behind one of them: among them are those to remind of, and those
 * to tell the hub of. Most owe nothing yet and stay as they are, so that whoever asks goes on from the last.
 */
export const owingAnywhere = async (
  db: Reader,
  {
    after,
    most,
    hubId = null,
  }: { readonly after: string | null; readonly most: number; readonly hubId?: string | null },
): Promise<readonly Owing[]> =>
  (
    await owing(db)
      .$if(after !== null, (query) => query.where('i.id', '>', after ?? ''))
      .$if(hubId !== null, (query) => query.where('f.hub_id', '=', hubId ?? ''))
      .where((is) => is.or([is('own.id', 'is not', null), is('national.id', 'is not', null)]))
      .where(sql<boolean>`people_not_named(i) > 0`)
      .orderBy('i.id')
      .limit(most)
      .execute()
  ).map(owingOf)
