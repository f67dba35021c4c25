import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { hubIdsOf } from '../policy.ts'
import { removePersonNobodyNeeds, removePostStatedAt } from '../taking-back-store.ts'

/**
 * A hub takes back a post that it stated by mistake, and the person too if it made them known and nothing here depends on
 * them. A post that has been stated anew since is left, and the answer says why.
 */
export const takeBackPerson = (
  context: Context,
  input: {
    personId: string
    organisationId: string
    statedAt: Temporal.Instant
    madeKnown: boolean
  },
): Promise<{ left: string | null }> =>
  transaction(context, async (tx, context) => {
    if (context.actor.kind !== 'system' && hubIdsOf(context.actor).length === 0)
      throw new Forbidden('Only staff of hubs take back what they stated')
    if (!(await removePostStatedAt(tx, input))) return { left: 'The post has been changed since' }
    await record(tx, context, {
      name: 'post.taken-back',
      subject: { type: 'person', id: input.personId },
      also: [{ type: 'organisation', id: input.organisationId }],
    })
    if (!input.madeKnown) return { left: null }
    return (await removePersonNobodyNeeds(tx, input.personId))
      ? { left: null }
      : { left: 'Their post was taken back; they stay known, because other records name them' }
  })
