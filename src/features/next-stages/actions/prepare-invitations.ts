import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { mayPlanGroup } from '../../groups/index.ts'
import { hubById } from '../../organisations/index.ts'
import { invitationsWaitLetter } from '../emails/next-stage.email.ts'
import { hubsOfCompleted } from '../queries.ts'
import { insertInvitation } from '../store.ts'

export type PrepareInvitations = {
  readonly group: { readonly id: string; readonly hubId: string; readonly name: string }
  readonly fromStageId: string
  readonly next: { readonly id: string; readonly name: string }
  readonly organisationIds: readonly string[]
}

const tellHubs = async (
  tx: Transaction,
  context: Context,
  { group, next }: PrepareInvitations,
  prepared: readonly string[],
): Promise<void> => {
  for (const { hubId, schools } of await hubsOfCompleted(tx, group.id, prepared)) {
    const hub = await hubById(tx, hubId)
    if (!hub?.email) continue
    const url = `${context.config.baseUrl}/hub/${hub.slug}/next-stages`
    const letter = invitationsWaitLetter({ group: group.name, schools, next: next.name, hub: hub.name, url })
    await post(tx, context, { address: hub.email }, letter, `next-stage-waits:${group.id}:${hubId}`)
  }
}

/** Prepares the invitations of schools that have completed a stage to the one that follows, and tells each hub of its own. Gives how many are new. */
export const prepareInvitations = (context: Context, input: PrepareInvitations): Promise<number> =>
  transaction(context, async (tx, context) => {
    const { group, fromStageId, next } = input
    if (!mayPlanGroup(context.actor, group)) throw new Forbidden('Who completes a group prepares its invitations')
    const prepared: string[] = []
    for (const organisationId of input.organisationIds) {
      const invitation = { organisationId, fromStageId, toStageId: next.id, groupId: group.id, now: context.now }
      if (!(await insertInvitation(tx, invitation))) continue
      prepared.push(organisationId)
      await record(tx, context, {
        name: 'organisation.next-stage-prepared',
        subject: { type: 'organisation', id: organisationId },
        also: [{ type: 'group', id: group.id }],
        particulars: { fromStageId, toStageId: next.id },
      })
    }
    if (prepared.length > 0) await tellHubs(tx, context, input, prepared)
    return prepared.length
  })
