import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import { isInventedUkprn } from '../../vocabulary/ukprn.ts'
import type { BodyStated } from './body.ts'

export const lockBody = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.selectFrom('organisations').select('id').where('id', '=', id).forUpdate().executeTakeFirst()) !== undefined

export const insertBody = async (tx: Transaction, stated: BodyStated): Promise<string> => {
  const id = newId()
  const { kind, name, ukprn, street, town, postcode, website, status, ittKind, ittPhases } = stated
  await tx
    .insertInto('organisations')
    .values({
      ...{ id, kind, name, ukprn, street, town, postcode, website, status },
      itt_kind: ittKind,
      itt_phases: [...ittPhases],
      invented: ukprn !== null && isInventedUkprn(ukprn),
    })
    .execute()
  return id
}

/** Whether an open accreditation stands. */
export const isAccredited = async (tx: Transaction, id: string): Promise<boolean> => {
  const { rows } = await sql`select from itt_accreditations where organisation_id = ${id} and to_on is null`.execute(tx)
  return rows.length > 0
}
