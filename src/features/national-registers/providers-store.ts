import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import { isInventedUkprn } from '../../vocabulary/ukprn.ts'
import type { Writing } from './changes-store.ts'
import type { KnownProvider, ProviderChange } from './provider-change.ts'
import { type ProviderCell, type ProviderCells, type ProviderRow, providerColumns } from './provider-row.ts'

export type StagedRow = {
  readonly line: number
  readonly cells: ProviderCells
}

/** The staged rows of a providers file: few enough to be looked at one by one. */
export const stagedProviders = async (tx: Transaction): Promise<readonly StagedRow[]> => {
  const { rows } = await sql<{
    row: Record<string, string | null>
  }>`select to_jsonb(s) as row from staged s order by line`.execute(tx)
  const cells = Object.entries(providerColumns) as [ProviderCell, string][]
  return rows.map(({ row }) => ({
    line: Number(row['line']),
    cells: Object.fromEntries(cells.map(([cell, column]) => [cell, row[column] ?? ''])) as ProviderCells,
  }))
}

/** Bodies that rows may mean, and every provider that is known, locked until the end. */
export const knownProviders = async (
  tx: Transaction,
  rows: readonly ProviderRow[],
): Promise<readonly KnownProvider[]> => {
  const { rows: known } = await sql<KnownProvider>`
    select o.id, o.kind, o.name, o.ukprn, o.provider_code as "providerCode", o.urn, o.itt_kind as "ittKind", o.itt_phases as "ittPhases", o.street, o.town,
      o.postcode, o.authority_code as "authorityCode", o.website, o.telephone,
      exists (select from itt_accreditations a where a.organisation_id = o.id and a.to_on is null) as accredited
    from organisations o
    where o.itt_kind is not null or o.ukprn = any (${rows.map(({ ukprn }) => ukprn)}::text[])
      or o.provider_code = any (${rows.map(({ code }) => code)}::text[]) or o.urn = any (${rows.map(({ urn }) => urn)}::integer[])
    order by o.id for update of o`.execute(tx)
  return known
}

export const authorityCodes = async (tx: Transaction): Promise<ReadonlySet<string>> =>
  new Set((await tx.selectFrom('authorities').select('code').execute()).map(({ code }) => code))

/** Inserts a provider that was not known; gives its id. */
export const insertProvider = async (
  tx: Transaction,
  row: ProviderRow,
  authorities: ReadonlySet<string>,
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('organisations')
    .values({
      id,
      kind: 'itt_provider',
      name: row.name,
      ukprn: row.ukprn,
      provider_code: row.code,
      urn: row.urn,
      itt_kind: row.kind,
      itt_phases: [...(row.phases ?? [])].sort(),
      street: row.street,
      town: row.town,
      postcode: row.postcode,
      authority_code: row.authority !== null && authorities.has(row.authority) ? row.authority : null,
      website: row.website,
      telephone: row.telephone,
      invented: row.ukprn !== null && isInventedUkprn(row.ukprn),
    })
    .execute()
  return id
}

/** Writes what changes of a body, and keeps the name it had. */
export const updateProvider = async (
  tx: Transaction,
  { id, change, today }: { id: string; change: ProviderChange; today: Temporal.PlainDate },
): Promise<void> => {
  const after = Object.fromEntries(Object.entries(change).map(([column, [, value]]) => [column, value]))
  if (Object.keys(after).length === 0) return
  await tx.updateTable('organisations').set(after).where('id', '=', id).execute()
  const [before] = change['name'] ?? []
  if (typeof before !== 'string') return
  await tx
    .insertInto('organisation_former_names')
    .values({ organisation_id: id, name: before, to_on: today })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Begins or ends an accreditation on a day. */
export const setAccreditation = async (
  tx: Transaction,
  { id, accredited, on }: { id: string; accredited: boolean; on: Temporal.PlainDate | null },
): Promise<void> => {
  if (accredited)
    await tx.insertInto('itt_accreditations').values({ id: newId(), organisation_id: id, from_on: on }).execute()
  else
    await sql`update itt_accreditations set to_on = greatest(from_on, ${on}::date) where organisation_id = ${id} and to_on is null`.execute(
      tx,
    )
}

export type Partnership = { readonly providerId: string; readonly partnerId: string; readonly year: number }

/** Writes partnerships that were not known; gives those. */
export const insertPartnerships = async (
  tx: Transaction,
  all: readonly Partnership[],
): Promise<readonly Partnership[]> => {
  const { rows } = await sql<Partnership>`
    insert into itt_partnerships (provider_id, partner_id, year)
    select * from unnest(${all.map(({ providerId }) => providerId)}::uuid[], ${all.map(({ partnerId }) => partnerId)}::uuid[], ${all.map(({ year }) => year)}::integer[])
    on conflict do nothing returning provider_id as "providerId", partner_id as "partnerId", year`.execute(tx)
  return rows
}

/** Notes what became different of one body, for the list of changes. */
export const writeChange = async (
  tx: Transaction,
  { importId, now, today }: Omit<Writing, 'importId'> & { importId: string | null },
  { id, kind, change }: { id: string; kind: 'new' | 'changed'; change: ProviderChange },
): Promise<void> => {
  await tx
    .insertInto('organisation_changes')
    .values({
      organisation_id: id,
      import_id: importId,
      kind,
      changed: json(
        Object.fromEntries(
          Object.entries(change).map(([column, [before, after]]) => [
            column,
            [before, after].map((each) => (Array.isArray(each) ? [...each] : each)) as (string | null)[],
          ]),
        ),
      ),
      held_on: today,
      recorded_at: now,
    })
    .execute()
}
