import type { Transaction } from '../../platform/database/index.ts'

/** An organisation's e-mail domains, locked. */
export const lockDomains = (tx: Transaction, organisationId: string) =>
  tx
    .selectFrom('organisations')
    .select(['name', 'email_domains as domains'])
    .where('id', '=', organisationId)
    .where('status', '<>', 'closed')
    .forUpdate()
    .executeTakeFirst()

export const setDomains = (tx: Transaction, organisationId: string, domains: readonly string[]) =>
  tx
    .updateTable('organisations')
    .set({ email_domains: [...domains] })
    .where('id', '=', organisationId)
    .execute()
