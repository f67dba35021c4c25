import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/index.ts'
import type { Counts, ImportReport, Register } from './register-import.ts'

/** The import that writes, and when. */
export type Writing = { readonly importId: string; readonly now: Temporal.Instant; readonly today: Temporal.PlainDate }

/** Keeps former names and every difference, with what was said before and after. */
export const writeDifferences = async (tx: Transaction, { importId, now, today }: Writing): Promise<void> => {
  await sql`
    insert into organisation_former_names (organisation_id, name, from_on, to_on)
    select d.id, d.name_before, (select max(f.to_on) from organisation_former_names f where f.organisation_id = d.id), ${today}
    from differing d where d.changed ? 'name' on conflict do nothing`.execute(tx)
  await sql`
    insert into organisation_changes (organisation_id, import_id, kind, changed, held_on, recorded_at)
    select id, ${importId}, case when closes then 'closed' when reopens then 'reopened' else 'changed' end, changed,
      case when closes then coalesce(said_closed_on, ${today}) else ${today} end, ${now}
    from differing order by urn`.execute(tx)
}

/** Notes schools that were not known; when the register is read for the first time all are, and none is noted. */
export const writeNew = async (tx: Transaction, { importId, now, today }: Writing): Promise<void> => {
  await sql`
    insert into organisation_changes (organisation_id, import_id, kind, changed, held_on, recorded_at)
    select o.id, ${importId}, 'new', '{}', coalesce(o.opened_on, ${today}), ${now}
    from said s join organisations o on o.id = s.id where s.problem is null order by o.urn`.execute(tx)
}

export type Tally = {
  readonly changed: number
  readonly closed: number
  readonly reopened: number
  readonly fields: Readonly<Record<string, number>>
}

/** How many schools differ, and in what. */
export const tallyDiffering = async (tx: Transaction): Promise<Tally> => {
  const { rows } = await sql<Tally>`
    select (count(*) filter (where not closes and not reopens))::int as changed, (count(*) filter (where closes))::int as closed,
      (count(*) filter (where reopens))::int as reopened,
      (select coalesce(jsonb_object_agg(key, schools), '{}') from (
        select key, count(*) as schools from differing, jsonb_object_keys(changed) as key group by key) f) as fields
    from differing`.execute(tx)
  return rows[0] ?? { changed: 0, closed: 0, reopened: 0, fields: {} }
}

export type Told = {
  readonly id: string
  readonly kind: 'closed' | 'reopened' | 'changed'
  readonly changed: Readonly<Record<string, [string | null, string | null]>>
}

/** Schools of which people see that something is different, closed ones first. */
export const seenDifferences = async (tx: Transaction, seen: readonly string[]): Promise<readonly Told[]> => {
  const { rows } = await sql<Told>`
    select id, case when closes then 'closed' when reopens then 'reopened' else 'changed' end as kind, changed from differing
    where changed ?| ${seen}::text[] order by closes desc, reopens desc, urn`.execute(tx)
  return rows
}

type Reading = Writing & {
  readonly register: Register
  readonly fileName: string
  readonly by: string | null
  readonly encoding: string
  readonly force: boolean
}

const mostRefusedKept = 20_000

/** Keeps that a register was read and what came of it. */
export const writeImport = async (
  tx: Transaction,
  reading: Reading,
  { counts, refused }: { counts: Counts; refused: ImportReport['refused'] },
): Promise<void> => {
  await tx
    .insertInto('register_imports')
    .values({
      id: reading.importId,
      register: reading.register,
      file_name: reading.fileName.slice(0, 200),
      imported_at: reading.now,
      imported_by: reading.by,
      encoding: reading.encoding,
      forced: reading.force,
      counts: json(counts),
      refused: json(refused.slice(0, mostRefusedKept).map((row) => ({ ...row }))),
    })
    .execute()
}
