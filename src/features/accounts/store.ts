import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Pence } from '../../vocabulary/money.ts'

/** The next number of a hub's statements in a year; who asks holds it until the end of the transaction, so that none is left out. */
export const nextNumber = async (tx: Transaction, hubId: string, year: number): Promise<number> => {
  const { last } = await tx
    .insertInto('account_statement_numbers')
    .values({ hub_id: hubId, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['hub_id', 'year'])
        .doUpdateSet((set) => ({ last: set('account_statement_numbers.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** Holds a hub's account with an organisation: one statement at a time takes up what stands on none. */
export const lockAccount = (tx: Transaction, organisationId: string) =>
  tx.selectFrom('organisations').select('id').where('id', '=', organisationId).forNoKeyUpdate().executeTakeFirst()

export type NewStatement = {
  readonly hubId: string
  readonly organisationId: string
  readonly year: number
  readonly number: number
  readonly broughtForward: Pence
  readonly closing: Pence
  readonly entryIds: readonly string[]
  readonly by: string
  readonly now: Temporal.Instant
}

export const insertStatement = async (tx: Transaction, statement: NewStatement): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('account_statements')
    .values({
      id,
      hub_id: statement.hubId,
      organisation_id: statement.organisationId,
      year: statement.year,
      number: statement.number,
      brought_forward_pence: statement.broughtForward,
      closing_pence: statement.closing,
      issued_at: statement.now,
      issued_by_person_id: statement.by,
    })
    .execute()
  await tx
    .insertInto('account_statement_lines')
    .values(statement.entryIds.map((entryId, at) => ({ entry_id: entryId, statement_id: id, position: at + 1 })))
    .execute()
  return id
}
