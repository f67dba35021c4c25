import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { personIdOf } from '../../people/index.ts'
import { overrule } from '../deciding-store.ts'
import { mayDecideOnInterest } from '../policy.ts'
import { lockInterest } from '../store.ts'

/** The hub knows better than the facts used: it overrules a verdict with a reason. What was reached stays beside it (domain rule 5). */
export const overruleVerdict = (
  context: Context,
  input: { interestId: string; verdictId: string; answer: 'yes' | 'no'; reason: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await lockInterest(tx, input.interestId))
    if (!mayDecideOnInterest(context.actor, interest.hub.id)) throw new Forbidden('Only staff of the hub decide')
    const reason = input.reason.trim()
    if (reason === '') throw new Refused('Say why the verdict is overruled.')
    const by = personIdOf(context.actor)
    found(
      await overrule(tx, {
        id: input.verdictId,
        interestId: interest.id,
        answer: input.answer,
        reason,
        by,
        now: context.now,
      }),
    )
    await record(tx, context, {
      name: 'interest.verdict-overruled',
      subject: { type: 'interest', id: interest.id },
      particulars: { verdictId: input.verdictId, answer: input.answer },
      personal: { reason },
    })
  })
