import { type Context, transaction } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { referenceNumberOf } from '../details-queries.ts'
import { hubsWhereTakingPart } from '../hub-queries.ts'
import { maySeeReferenceNumber } from '../policy.ts'

/** Shows a hub the teacher reference number of somebody who takes part in its groups; that it was shown is recorded. */
export const showReferenceNumber = (
  context: Context,
  input: { personId: string; hubId: string },
): Promise<string | null> =>
  transaction(context, async (tx, context) => {
    const takesPartAtHubIds = await hubsWhereTakingPart(tx, input.personId)
    const isHere = takesPartAtHubIds.includes(input.hubId)
    if (!isHere || !maySeeReferenceNumber(context.actor, { personId: input.personId, takesPartAtHubIds }))
      throw new NotFound('Nobody who takes part in a group of this hub')
    const number = await referenceNumberOf(tx, input.personId)
    await record(tx, context, {
      name: 'reference-number.shown',
      subject: { type: 'person', id: input.personId },
      also: [{ type: 'hub', id: input.hubId }],
      particulars: { hubId: input.hubId },
    })
    return number
  })
