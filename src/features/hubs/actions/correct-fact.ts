import { type Context, transaction } from '../../../platform/context.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { hubThroughTime } from '../../organisations/index.ts'
import { correctionRefusal, type Fact, type FactKind, factsOf } from '../correction.ts'
import { mayChangeHubs } from '../policy.ts'
import { lockHubs, correctFact as writeFact } from '../store.ts'
import { askOfAreaAgain } from './change-facts.ts'

export type CorrectionInput = {
  readonly hubId: string
  readonly slug: string
  readonly kind: FactKind
  readonly id: string
  readonly text: string
  readonly from: Temporal.PlainDate | null
  readonly reason: string
}

/**
 * Puts right what was recorded wrongly of a hub: a misspelt name, a wrong first day. What stood before stays in the history with
 * the reason; where another fact ended the day before, it now ends before the corrected day.
 */
export const correctFact = (context: Context, input: CorrectionInput): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayChangeHubs(context.actor)) throw new NotFound('Only the national team corrects what is recorded of hubs')
    found((await lockHubs(tx, [input.hubId]))[0])
    const hub = found(await hubThroughTime(tx, input.slug))
    const facts = factsOf(hub, input.kind)
    const before = found(facts.find(({ id }) => id === input.id))
    if (input.reason.trim() === '') throw new Refused('Say why it is corrected.')
    const refusal = correctionRefusal(facts, before, input)
    if (refusal !== null) throw new Refused(refusal)
    await writeFact(tx, {
      kind: input.kind,
      before,
      text: input.text,
      from: input.from,
      neighbour: endingBefore(facts, before),
    })
    if (input.kind === 'area') await askOfAreaAgain(tx, [input.hubId])
    await record(tx, context, {
      name: 'hub.corrected',
      subject: { type: 'hub', id: input.hubId },
      particulars: {
        fact: input.kind,
        before: { text: before.text, from: before.from?.toString() ?? null },
        after: { text: input.text, from: input.from?.toString() ?? null },
        reason: input.reason,
      },
    })
  })

/** The fact that ended the day before this one began: what was replaced by it. */
const endingBefore = (facts: readonly Fact[], { from, id }: Fact): Fact | null =>
  from === null
    ? null
    : (facts.find((fact) => fact.id !== id && fact.to !== null && fact.to.add({ days: 1 }).equals(from)) ?? null)
