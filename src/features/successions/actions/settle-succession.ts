import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { personIdOf } from '../../people/index.ts'
import { maySettleSuccession } from '../policy.ts'
import { keepSuccessor, lockQuestion, lockSchools, setSettled } from '../store.ts'
import { followSuccessor } from './follow-successor.ts'

type Settlement = {
  readonly questionId: string
  /** Another organisation that it follows to, or null: what it takes part in stays with the closed school. */
  readonly followsId: string | null
}

/** Decides what becomes of what a closed school takes part in: it follows to the organisation chosen, or stays until it ends. */
export const settleSuccession = (context: Context, { questionId, followsId }: Settlement): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!maySettleSuccession(context.actor)) throw new Forbidden('The national team decides about closed schools')
    const question = found(await lockQuestion(tx, questionId))
    const organisationId = question.organisation_id
    if (followsId !== null && organisationId !== null)
      await follow(tx, context, { organisationId, followsId, kind: question.kind })
    const settlement = followsId === null ? { decision: 'stays' } : { decision: 'follows', organisation: followsId }
    await setSettled(tx, questionId, { by: personIdOf(context.actor), now: context.now, settlement })
    await record(tx, context, {
      name: 'succession.settled',
      subject: organisationId
        ? { type: 'organisation', id: organisationId }
        : { type: 'register-question', id: questionId },
      also: followsId ? [{ type: 'organisation', id: followsId }] : [],
      particulars: { question: questionId, ...settlement },
    })
  })

type Following = { readonly organisationId: string; readonly followsId: string; readonly kind: string }

const follow = async (
  tx: Transaction,
  context: Context,
  { organisationId, followsId, kind }: Following,
): Promise<void> => {
  if (followsId === organisationId) throw new Refused('An organisation does not follow itself.')
  const schools = await lockSchools(tx, [organisationId, followsId])
  const next = found(schools.find(({ id }) => id === followsId))
  const isOver = next.status === 'closed' || next.merged_into_id !== null
  if (isOver) throw new Refused(`${next.name} is closed: choose one that is open.`)
  const succession = { predecessorId: organisationId, successorId: followsId }
  await keepSuccessor(tx, succession, context)
  const { open } = await followSuccessor(context, succession)
  if (open > 0 && kind.endsWith('_of_both'))
    throw new Refused('Both still have a part in the same. End one of the two first, or choose that it stays.')
}
