import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayRunGroup } from '../../groups/index.ts'
import { groupWorkedOn } from '../../registers/index.ts'
import { statementsOfGroup } from '../queries.ts'
import { withdrawStatementRow } from '../store.ts'

/** Withdraws a statement that was wrong: whoever checks it is told so. It is never deleted. */
export const withdrawStatement = (
  context: Context,
  input: { groupId: string; statementId: string; reason: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const group = found(await groupWorkedOn(context, input.groupId))
    if (!mayRunGroup(context.actor, group)) throw new Forbidden('Only staff of the lead hub withdraw a statement')
    const statement = found((await statementsOfGroup(tx, group.id)).find(({ id }) => id === input.statementId))
    if (!(await withdrawStatementRow(tx, statement.id, { reason: input.reason, now: context.now }))) return
    await record(tx, context, {
      name: 'statement.withdrawn',
      subject: { type: 'statement', id: statement.id },
      also: [{ type: 'group', id: group.id }],
      particulars: { code: statement.code },
      personal: { reason: input.reason },
    })
  })
