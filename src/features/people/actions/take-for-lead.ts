import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import { isFirstKnownByAddress } from '../role-queries.ts'
import { lockScope } from '../role-store.ts'
import { giveRole } from './grant-role.ts'

/**
 * The first person of a school who confirms an address at a domain known for it is taken for its lead (the rule that
 * closes “Who may do what”). Whoever comes later is invited by a colleague, or the hub vouches for them.
 */
export const takeForLead = async (
  tx: Transaction,
  context: Context,
  { personId, organisationId }: { readonly personId: string; readonly organisationId: string },
): Promise<void> => {
  if (!(await isFirstKnownByAddress(tx, { personId, organisationId, today: context.today }))) return
  await lockScope(tx, `school_lead:${organisationId}`)
  if (!(await isFirstKnownByAddress(tx, { personId, organisationId, today: context.today }))) return
  await giveRole(tx, context, { personId, role: 'school_lead', organisationId, grantedBy: null })
  await record(tx, context, {
    name: 'organisation.lead-found',
    subject: { type: 'organisation', id: organisationId },
    also: [{ type: 'person', id: personId }],
  })
}
