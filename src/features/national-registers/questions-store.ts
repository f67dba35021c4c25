import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/index.ts'

/** Locks a question until the end; says whether it is still open. */
export const lockQuestion = async (tx: Transaction, id: string): Promise<{ isOpen: boolean } | null> => {
  const row = await tx
    .selectFrom('register_questions')
    .select('settled_at')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? { isOpen: row.settled_at === null } : null
}

export const writeSettlement = async (
  tx: Transaction,
  {
    id,
    settlement,
    by,
    now,
  }: { id: string; settlement: Readonly<Record<string, string | null>>; by: string | null; now: Temporal.Instant },
): Promise<void> => {
  await tx
    .updateTable('register_questions')
    .set({ settled_at: now, settled_by: by, settlement: json({ ...settlement }) })
    .where('id', '=', id)
    .execute()
}

/** Adds an authority and puts the schools under it whose register names its code. */
export const addAuthority = async (
  tx: Transaction,
  { code, name, region }: { code: string; name: string; region: string | null },
): Promise<void> => {
  await sql`insert into authorities (code, name, region) values (${code}, ${name}, ${region}) on conflict do nothing`.execute(
    tx,
  )
  await sql`update organisations set authority_code = ${code} where authority_given = ${code} and authority_code is null`.execute(
    tx,
  )
}
