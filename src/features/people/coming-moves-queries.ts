import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

export type ComingMove = {
  readonly id: string
  readonly personId: string
  readonly person: string
  readonly fromId: string
  readonly from: string
  readonly toId: string | null
  readonly to: string | null
  readonly on: Temporal.PlainDate
  readonly saidBy: string
}

const coming = async (db: Reader, where: RawBuilder<unknown>): Promise<readonly ComingMove[]> =>
  (
    await sql<ComingMove>`
      select c.id, n.id as "personId", n.name as person, f.id as "fromId", f.name as "from", t.id as "toId", t.name as "to", c.moves_on as "on", c.said_by as "saidBy"
      from coming_moves c join people n on n.id = c.person_id and n.erased_at is null
      join organisations f on f.id = c.from_organisation_id left join organisations t on t.id = c.to_organisation_id
      where c.status = 'coming' and ${where} order by c.moves_on, n.name, c.id`.execute(db)
  ).rows

/** What somebody has said, or others of them, that they will leave: the nearest first. */
export const comingMovesOf = (db: Reader, personId: string): Promise<readonly ComingMove[]> =>
  coming(db, sql`c.person_id = ${personId}`)

/** Who will leave an organisation. */
export const comingMovesFrom = (db: Reader, organisationId: string): Promise<readonly ComingMove[]> =>
  coming(db, sql`c.from_organisation_id = ${organisationId}`)

/** Who will leave an organisation for which they take part in a group of a hub: it will decide about each. */
export const comingMovesAtHub = (db: Reader, hubId: string): Promise<readonly ComingMove[]> =>
  coming(
    db,
    sql`exists (select from participants a join places p on p.id = a.place_id join groups g on g.id = p.group_id
      where a.person_id = c.person_id and a.to_on is null and a.part <> 'substitute' and p.organisation_id = c.from_organisation_id
        and p.status in ('offered', 'held') and g.hub_id = ${hubId})`,
  )

/** The moves whose day has come. */
export const comingMovesDue = async (db: Reader, today: Temporal.PlainDate): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('coming_moves as c')
      .innerJoin('people as p', 'p.id', 'c.person_id')
      .select('c.id')
      .where('c.status', '=', 'coming')
      .where('c.moves_on', '<=', today)
      .where('p.erased_at', 'is', null)
      .orderBy('c.moves_on')
      .orderBy('c.id')
      .execute()
  ).map(({ id }) => id)

/** Whether somebody has been said to have left an organisation on the same day before. */
export const hasLeftOn = async (
  db: Reader,
  left: { readonly personId: string; readonly fromOrganisationId: string; readonly on: Temporal.PlainDate },
): Promise<boolean> =>
  (await db
    .selectFrom('person_moves')
    .select('id')
    .where('person_id', '=', left.personId)
    .where('from_organisation_id', '=', left.fromOrganisationId)
    .where('moved_on', '=', left.on)
    .executeTakeFirst()) !== undefined
