import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Json } from '../../vocabulary/json.ts'

/** Schools locked in the same order by everybody. */
export const lockSchools = async (tx: Transaction, ids: readonly string[]) =>
  (
    await sql<{
      id: string
      name: string
      status: string
      closed_on: Temporal.PlainDate | null
      merged_into_id: string | null
    }>`
      select id, name, status, closed_on, merged_into_id from organisations where id = any (${[...ids]}::uuid[]) order by id for update`.execute(
      tx,
    )
  ).rows

type Succession = { readonly predecessorId: string; readonly successorId: string }
type Since = { readonly since: Temporal.PlainDate; readonly today: Temporal.PlainDate; readonly now: Temporal.Instant }

/** Groups are locked before their places, as everywhere. */
export const movePlaces = async (
  tx: Transaction,
  ids: readonly string[],
  { successorId }: Succession,
): Promise<void> => {
  await sql`select g.id from groups g where g.id in (select group_id from places where id = any (${[...ids]}::uuid[])) order by g.id for update`.execute(
    tx,
  )
  await sql`update places set organisation_id = ${successorId} where id = any (${[...ids]}::uuid[])`.execute(tx)
}

export const moveInterest = (tx: Transaction, ids: readonly string[], { successorId }: Succession) =>
  sql`update expressions_of_interest set organisation_id = ${successorId} where id = any (${[...ids]}::uuid[])`.execute(
    tx,
  )

/** Whoever has a post at the closed school has it at its successor from that day; what was stays told. Gives how many. */
export const movePosts = async (
  tx: Transaction,
  { predecessorId, successorId }: Succession,
  { since, now }: Since,
): Promise<number> => {
  const { rows } = await sql<{ id: string; person_id: string; post: string; held: boolean }>`
    update posts set to_on = greatest(from_on, ${since}::date - 1), ended_by = 'register', ended_at = ${now}
    where organisation_id = ${predecessorId} and to_on is null returning id, person_id, post, held`.execute(tx)
  for (const { person_id, post, held } of rows)
    await sql`insert into posts (id, person_id, organisation_id, post, held, from_on, stated_by, stated_at)
      values (${newId()}, ${person_id}, ${successorId}, ${post}, ${held}, ${since}, 'register', ${now}) on conflict do nothing`.execute(
      tx,
    )
  return rows.length
}

/** Whoever leads the closed school leads its successor. Gives how many. */
export const moveLeads = async (
  tx: Transaction,
  { predecessorId, successorId }: Succession,
  { today, now }: Since,
): Promise<number> => {
  const { rows } = await sql<{ person_id: string }>`
    update roles set to_on = greatest(from_on, ${today}::date) - 1, ended_at = ${now}, end_reason = 'The school closed; its successor is led instead'
    where organisation_id = ${predecessorId} and role = 'school_lead' and (to_on is null or to_on >= ${today}) returning person_id`.execute(
    tx,
  )
  for (const { person_id } of rows)
    await sql`insert into roles (id, person_id, role, organisation_id, from_on, granted_at)
      values (${newId()}, ${person_id}, 'school_lead', ${successorId}, ${today}, ${now}) on conflict do nothing`.execute(
      tx,
    )
  return rows.length
}

/** Invitations that are open invite to the successor; one that it has made itself already takes the place of ours. */
export const moveInvitations = async (
  tx: Transaction,
  { predecessorId, successorId }: Succession,
  { now }: Since,
): Promise<number> => {
  await sql`update invitations i set status = 'revoked', settled_at = ${now} where i.organisation_id = ${predecessorId} and i.status = 'open'
    and exists (select from invitations n where n.organisation_id = ${successorId} and n.status = 'open' and n.address = i.address and n.role is not distinct from i.role)`.execute(
    tx,
  )
  const { numAffectedRows } =
    await sql`update invitations set organisation_id = ${successorId} where organisation_id = ${predecessorId} and status = 'open'`.execute(
      tx,
    )
  return Number(numAffectedRows ?? 0n)
}

export type NewQuestion = {
  readonly kind: 'places_of_both' | 'interest_of_both'
  readonly organisationId: string
  readonly about: string
  readonly told: Json
  readonly now: Temporal.Instant
}

/** Asks once; gives the question's id when it was not asked before. */
export const askOnce = async (
  tx: Transaction,
  { kind, organisationId, about, told, now }: NewQuestion,
): Promise<string | null> =>
  (
    await sql<{ id: string }>`
      insert into register_questions (id, organisation_id, kind, about, told, raised_at)
      values (${newId()}, ${organisationId}, ${kind}, ${about}, ${json(told)}, ${now})
      on conflict on constraint register_questions_are_asked_once do nothing returning id`.execute(tx)
  ).rows[0]?.id ?? null

/** A question that nobody has settled yet, locked. */
export const lockQuestion = (tx: Transaction, id: string) =>
  tx
    .selectFrom('register_questions')
    .select(['id', 'kind', 'organisation_id', 'about'])
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export const setSettled = (
  tx: Transaction,
  id: string,
  { by, now, settlement }: { by: string | null; now: Temporal.Instant; settlement: Json },
) =>
  tx
    .updateTable('register_questions')
    .set({ settled_at: now, settled_by: by, settlement: json(settlement) })
    .where('id', '=', id)
    .execute()

/** Somebody has decided which organisation follows a closed one, and those concerned are told of it now. */
export const keepSuccessor = (
  tx: Transaction,
  { predecessorId, successorId }: Succession,
  { today, now }: { readonly today: Temporal.PlainDate; readonly now: Temporal.Instant },
) =>
  tx
    .insertInto('organisation_successors')
    .values({ predecessor_id: predecessorId, successor_id: successorId, since_on: today, told_at: now })
    .onConflict((conflict) => conflict.columns(['predecessor_id', 'successor_id']).doNothing())
    .execute()
