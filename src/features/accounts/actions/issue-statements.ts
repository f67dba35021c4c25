import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { academicYearOf } from '../../../vocabulary/academic-year.ts'
import type { Pence } from '../../../vocabulary/money.ts'
import { personIdOf } from '../../people/index.ts'
import { statementLetter } from '../emails/statement.email.ts'
import { mayIssueStatements } from '../policy.ts'
import { linesOfAccount, readersOfAccount, statementInSight } from '../queries.ts'
import { insertStatement, lockAccount, nextNumber } from '../store.ts'

/** An organisation whose statement was shown before it is issued, with what it came to. */
export type Chosen = { readonly organisationId: string; readonly closing: Pence }

/** Issues a statement of account to each of some organisations: everything that stands on none yet, after what was brought forward. What was shown is what is issued. */
export const issueStatements = (
  context: Context,
  input: { readonly hubId: string; readonly chosen: readonly Chosen[] },
): Promise<readonly string[]> =>
  transaction(context, async (tx, context) => {
    found(mayIssueStatements(context.actor, input.hubId) ? input : null)
    if (input.chosen.length === 0) throw new Refused('Choose whose statement is to be issued.')
    const issued = []
    // One order for all, so that two who issue at once wait for each other and never for ever.
    const inOrder = input.chosen.toSorted((one, other) => (one.organisationId < other.organisationId ? -1 : 1))
    for (const { organisationId } of inOrder) await lockAccount(tx, organisationId)
    for (const chosen of inOrder) issued.push(await issue(tx, context, input.hubId, chosen))
    return issued
  })

const issue = async (
  tx: Transaction,
  context: Context,
  hubId: string,
  { organisationId, closing }: Chosen,
): Promise<string> => {
  const lines = await linesOfAccount(tx, hubId, organisationId)
  const open = lines.filter(({ statementId }) => statementId === null)
  const total = lines.reduce((sum, { pence }) => sum + pence, 0)
  if (open.length === 0)
    throw new Conflict('Nothing new stands on one of these accounts: its statement has just been issued. Look again.')
  if (total !== closing)
    throw new Conflict('Something was entered in one of these accounts since you looked. Look at them again.')
  const year = academicYearOf(context.today)
  const number = await nextNumber(tx, hubId, year)
  const id = await insertStatement(tx, {
    hubId,
    organisationId,
    year,
    number,
    broughtForward: total - open.reduce((sum, { pence }) => sum + pence, 0),
    closing: total,
    entryIds: open.map((line) => line.id),
    by: personIdOf(context.actor) ?? '',
    now: context.now,
  })
  await record(tx, context, {
    name: 'account-statement.issued',
    subject: { type: 'account-statement', id },
    also: [
      { type: 'hub', id: hubId },
      { type: 'organisation', id: organisationId },
    ],
    particulars: { year, number, lines: open.length, pence: total },
  })
  await tell(tx, context, id)
  return id
}

const tell = async (tx: Transaction, context: Context, id: string): Promise<void> => {
  const statement = found(await statementInSight({ ...context, db: tx }, id))
  for (const reader of await readersOfAccount(tx, { ...statement, today: context.today })) {
    const letter = statementLetter({ ...statement, name: reader.name, url: `${context.config.baseUrl}/accounts/${id}` })
    const to = { address: reader.address, personId: reader.personId }
    await post(tx, context, to, letter, `account-statement:${id}:${reader.personId}`)
  }
}
