import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { faultsIn, parseRule } from '../../criteria/index.ts'
import { changingOffer } from '../../offer-writing/index.ts'
import { mayEditOffer } from '../../offers/index.ts'
import { type OfferRules, type OwnRule, refusalOf } from '../own-rule.ts'
import { rulesOfOffer } from '../queries.ts'
import { keepComposed, lockOffer, putInForce } from '../store.ts'

export type Composing = {
  readonly offerId: string
  /** That of the rules when the page was opened: somebody else's change is not overwritten. */
  readonly mark: string
}

const changedMeanwhile = 'Somebody else has changed the rules of this offer since you opened them.'

const opened = async (tx: Transaction, context: Context, { offerId, mark }: Composing): Promise<OfferRules> => {
  const row = found(await lockOffer(tx, offerId))
  if (!mayEditOffer(context.actor, row.hub_id)) throw new NotFound('Only staff of its hub write the rules of an offer')
  if (row.status === 'withdrawn') throw new Refused('An offer that is withdrawn is not changed.')
  const rules = found(await rulesOfOffer(tx, row.hub_id, offerId))
  if (rules.mark !== mark) throw new Conflict(changedMeanwhile)
  return rules
}

const requireSense = async (tx: Transaction, rules: readonly OwnRule[]): Promise<void> => {
  const read = rules.map(({ rule, sentence }) => {
    const parsed = parseRule(rule)
    if (!parsed.ok) throw new Refused(`What is checked for “${sentence}” cannot be read: ${parsed.message}.`)
    return parsed.rule
  })
  const faults = await faultsIn(tx, read)
  if (faults.length > 0) throw new Refused(`A rule asks about what is not known here. ${faults.join(' ')}`)
}

const about = ({ offer }: OfferRules) => ({
  subject: { type: 'offer', id: offer.id },
  also: [{ type: 'hub', id: offer.hub.id }],
})

/** Composes the rules of a hub's own on its offer; nobody is answered by them before they are put in force. */
export const composeOwnRules = (
  context: Context,
  { rules, ...composing }: Composing & { readonly rules: readonly OwnRule[] },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const before = await opened(tx, context, composing)
    await requireSense(tx, rules)
    await keepComposed(tx, before.offer.id, { rules, now: context.now })
    await record(tx, context, {
      name: 'own-rules.composed',
      ...about(before),
      particulars: { rules: rules.length },
    })
  })

/** Drops what is composed and not in force. */
export const dropComposedRules = (context: Context, composing: Composing): Promise<void> =>
  transaction(context, async (tx, context) => {
    const before = await opened(tx, context, composing)
    if (!before.isChanged) return
    await keepComposed(tx, before.offer.id, { rules: null, now: context.now })
    await record(tx, context, { name: 'own-rules.dropped', ...about(before) })
  })

/**
 * Puts what is composed in force, with a version of the offer: from now on requests are answered by it, and those that nobody has
 * decided on are answered anew. What was decided keeps the rules by which it was.
 */
export const putOwnRulesInForce = (context: Context, composing: Composing): Promise<void> =>
  changingOffer(context, composing.offerId, async (tx, context) => {
    const before = await opened(tx, context, composing)
    const refusal = refusalOf(before.composed, before.allowed)
    if (refusal !== null) throw new Refused(refusal)
    await putInForce(tx, before.offer.id, { rules: before.composed, now: context.now })
    await record(tx, context, {
      name: 'own-rules.in-force',
      ...about(before),
      particulars: { rules: before.composed.length },
    })
  })
