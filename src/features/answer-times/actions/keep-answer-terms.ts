import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record, type Subject } from '../../../platform/history.ts'
import type { AnswerTerms } from '../answer-terms.ts'
import { mayKeepAnswerTerms } from '../policy.ts'
import { networkId } from '../queries.ts'
import { clearAnswerTerms, setAnswerTerms } from '../store.ts'

const subjectOf = async (tx: Transaction, hubId: string | null): Promise<Subject> =>
  hubId === null ? { type: 'network', id: await networkId(tx) } : { type: 'hub', id: hubId }

const permit = (context: Context, hubId: string | null): void => {
  if (!mayKeepAnswerTerms(context.actor, hubId)) throw new Forbidden('Only the lead of the hub sets this')
}

/** Sets how long schools have to answer an offer of a place; offers that stand keep the deadline they were made with. */
export const keepAnswerTerms = (
  context: Context,
  input: { readonly hubId: string | null; readonly terms: AnswerTerms },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    permit(context, input.hubId)
    const { terms } = input
    await setAnswerTerms(tx, input.hubId, terms, context.now)
    await record(tx, context, {
      name: 'answer-terms.set',
      subject: await subjectOf(tx, input.hubId),
      particulars: {
        days: [...terms.week.days],
        opens: terms.week.opens.toString(),
        closes: terms.week.closes.toString(),
        hoursToAnswer: terms.hoursToAnswer,
        daysBeforeFirst: terms.daysBeforeFirst,
        leastHours: terms.leastHours,
        reminderHours: terms.reminderHours,
      },
    })
  })

/** A hub counts as the network does again. */
export const followNetworkTerms = (context: Context, hubId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    permit(context, hubId)
    if (await clearAnswerTerms(tx, hubId))
      await record(tx, context, { name: 'answer-terms.cleared', subject: { type: 'hub', id: hubId } })
  })
