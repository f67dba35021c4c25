import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { addRow, changeRow, removeRow } from '../../platform/database/row-changes.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Json } from '../../vocabulary/json.ts'
import { type Choices, isFromMerged, type Pair } from './merge.ts'
import { type Journal, note } from './moving-store.ts'

type Day = { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate }
type Row = Readonly<Record<string, string>>
type Query = ReturnType<typeof sql<Row>>

const rowsOf = async (tx: Transaction, query: Query): Promise<readonly Row[]> => (await query.execute(tx)).rows

const changeAll = async (
  tx: Transaction,
  journal: Journal,
  { table, query, values }: { table: string; query: Query; values: Readonly<Record<string, Json>> },
): Promise<void> => {
  for (const key of await rowsOf(tx, query)) note(journal, await changeRow(tx, table, key, values))
}

// Two parts under one place become one: the other ends, and its marks stand beside those of the part that goes on (rule 6).
const settleParts = async (tx: Transaction, journal: Journal, { keptId, mergedId }: Pair, { today }: Day) => {
  const both = await rowsOf(
    tx,
    sql<Row>`select b.id, a.id as goes_on from participants a join participants b on b.place_id = a.place_id and b.person_id = ${mergedId} and b.to_on is null
      where a.person_id = ${keptId} and a.to_on is null order by b.id`,
  )
  for (const { id = '', goes_on = '' } of both) {
    for (const table of ['marks', 'marks_set_aside', 'walk_ins']) {
      const query = sql<Row>`select id from ${sql.table(table)} where participant_id = ${id} order by id`
      await changeAll(tx, journal, { table, query, values: { participant_id: goes_on } })
    }
    note(journal, await changeRow(tx, 'participants', { id }, { status: 'left', to_on: today.toString() }))
  }
}

// One main address, as chosen; the other goes on signing in.
const settleAddresses = async (tx: Transaction, journal: Journal, { keptId, mergedId }: Pair, choices: Choices) => {
  const { rows } = await sql<{ id: string; person_id: string }>`
    select id, person_id from email_addresses where person_id in (${keptId}, ${mergedId}) and to_at is null and is_primary for update`.execute(
    tx,
  )
  if (rows.length < 2) return
  const yields = isFromMerged(choices, 'address') ? keptId : mergedId
  for (const { id } of rows.filter((row) => row.person_id === yields))
    note(journal, await changeRow(tx, 'email_addresses', { id }, { is_primary: false }))
}

// Somebody who left the same organisation on the same day twice left it once: what was decided of it hangs on the one telling.
const settleMoves = async (tx: Transaction, journal: Journal, told: Query): Promise<void> => {
  for (const { id = '', other = '' } of await rowsOf(tx, told)) {
    const decisions = await rowsOf(
      tx,
      sql<Row>`select move_id, participant_id from move_decisions where move_id = ${id}`,
    )
    for (const key of decisions) {
      const { rows } =
        await sql`select 1 from move_decisions where move_id = ${other} and participant_id = ${key['participant_id']}`.execute(
          tx,
        )
      note(
        journal,
        rows.length > 0
          ? await removeRow(tx, 'move_decisions', key)
          : await changeRow(tx, 'move_decisions', key, { move_id: other }),
      )
    }
    note(journal, await removeRow(tx, 'person_moves', { id }))
  }
}

// Lists of ids, which no foreign key keeps.
const settleLists = async (tx: Transaction, journal: Journal, { keptId, mergedId }: Pair): Promise<void> => {
  const { rows } = await sql<{ key: Record<string, Json>; person_ids: Json; made_person_ids: Json }>`
    select jsonb_build_object('import_id', import_id, 'number', number) as key,
      to_jsonb(array_replace(person_ids, ${mergedId}::uuid, ${keptId}::uuid)) as person_ids,
      to_jsonb(array_remove(made_person_ids, ${mergedId}::uuid)) as made_person_ids
    from import_rows where ${mergedId}::uuid = any (person_ids || made_person_ids)`.execute(tx)
  for (const { key, person_ids, made_person_ids } of rows)
    note(journal, await changeRow(tx, 'import_rows', key, { person_ids, made_person_ids }))
}

/** Settles what two people cannot both have once they are one, before everything else moves. */
export const settlePeople = async (
  tx: Transaction,
  journal: Journal,
  pair: Pair,
  { choices, ...day }: Day & { readonly choices: Choices },
): Promise<void> => {
  const { keptId, mergedId } = pair
  await settleParts(tx, journal, pair, day)
  await settleAddresses(tx, journal, pair, choices)
  const asked = sql<Row>`select b.id from address_changes a join address_changes b on b.person_id = ${mergedId} and b.status = 'asked'
    where a.person_id = ${keptId} and a.status = 'asked'`
  const stopped = { status: 'stopped', stopped_at: day.now.toString() }
  await changeAll(tx, journal, { table: 'address_changes', query: asked, values: stopped })
  await settleMoves(
    tx,
    journal,
    sql<Row>`select b.id, a.id as other from person_moves a join person_moves b on b.person_id = ${mergedId}
      and b.from_organisation_id = a.from_organisation_id and b.moved_on = a.moved_on where a.person_id = ${keptId}`,
  )
  await settleLists(tx, journal, pair)
  // Whoever is signed in as the merged person signs in again: as whom they then act is no surprise.
  const signedIn = sql<Row>`select id from signed_in_sessions where person_id = ${mergedId} and revoked_at is null`
  await changeAll(tx, journal, {
    table: 'signed_in_sessions',
    query: signedIn,
    values: { revoked_at: day.now.toString() },
  })
}

/** A name that only the merged person had is remembered among the earlier names of the one who is kept. */
export const rememberName = async (tx: Transaction, journal: Journal, pair: Pair, { today }: Day): Promise<void> => {
  const { rows } = await sql<{ name: string }>`
    select m.name from people m join people k on k.id = ${pair.keptId} and k.name <> m.name where m.id = ${pair.mergedId}
      and not exists (select from person_names n where n.person_id = k.id and n.name = m.name)`.execute(tx)
  for (const { name } of rows)
    note(
      journal,
      await addRow(tx, 'person_names', { id: newId(), person_id: pair.keptId, name, to_on: today.toString() }),
    )
}

const ranks = sql`array['withdrew', 'in_progress', 'completed']`

/** Settles what two organisations cannot both have once they are one, before everything else moves. */
export const settleOrganisations = async (
  tx: Transaction,
  journal: Journal,
  { keptId, mergedId }: Pair,
): Promise<void> => {
  const further = sql<Row>`select a.id from stage_records a join stage_records b on b.stage_id = a.stage_id and b.year = a.year and b.organisation_id = ${mergedId}
    where a.organisation_id = ${keptId} and array_position(${ranks}, b.status) > array_position(${ranks}, a.status)`
  for (const key of await rowsOf(tx, further)) note(journal, await removeRow(tx, 'stage_records', key))
  await settleMoves(
    tx,
    journal,
    sql<Row>`select b.id, a.id as other from person_moves a join person_moves b on b.from_organisation_id = ${mergedId}
      and b.person_id = a.person_id and b.moved_on = a.moved_on where a.from_organisation_id = ${keptId}`,
  )
  const between = sql<Row>`select id from person_moves where from_organisation_id in (${keptId}, ${mergedId}) and to_organisation_id in (${keptId}, ${mergedId})`
  await changeAll(tx, journal, { table: 'person_moves', query: between, values: { to_organisation_id: null } })
  const partners = await rowsOf(
    tx,
    sql<Row>`select provider_id, partner_id, year::text from itt_partnerships where provider_id in (${keptId}, ${mergedId}) and partner_id in (${keptId}, ${mergedId})`,
  )
  for (const key of partners) note(journal, await removeRow(tx, 'itt_partnerships', key))
}

/** The name that only the merged organisation had is remembered among the former names of the one that is kept. */
export const rememberOrganisationName = async (
  tx: Transaction,
  journal: Journal,
  pair: Pair,
  { today }: Day,
): Promise<void> => {
  const { rows } = await sql<{ name: string }>`
    select m.name from organisations m join organisations k on k.id = ${pair.keptId} and searchable_place(k.name) <> searchable_place(m.name)
    where m.id = ${pair.mergedId} and not exists (select from organisation_former_names f where f.organisation_id = k.id and f.name = m.name)`.execute(
    tx,
  )
  for (const { name } of rows)
    note(
      journal,
      await addRow(tx, 'organisation_former_names', { organisation_id: pair.keptId, name, to_on: today.toString() }),
    )
}
