import type { Pence } from '../../vocabulary/money.ts'
import type { PolicyTerms, Proposal } from './cancellation.ts'

type Proposed = { readonly proposal: Proposal }

const nothingMore = (because: 'charged-once' | 'capped'): Proposal => ({ kind: 'free', because, freeUntil: null })

/** What may still be charged under a policy: nothing where a place is charged for once and has been, no more than its cap leaves. */
export const leftToCharge = (policy: Pick<PolicyTerms, 'once' | 'cap'>): Pence =>
  policy.once === 'charged' ? 0 : Math.max(0, policy.cap?.left ?? Number.POSITIVE_INFINITY)

/**
 * What a policy proposes for several notices at once, in their order: where a place is charged for once only the first that is late,
 * and never more in all than its cap leaves.
 */
export const withLimits = <Notice extends Proposed>(
  policy: Pick<PolicyTerms, 'once' | 'cap'> | null,
  notices: readonly Notice[],
): readonly Notice[] => {
  if (policy === null) return notices
  let left = leftToCharge(policy)
  let isOver = policy.once === 'charged'
  return notices.map((notice) => {
    const { proposal } = notice
    if (proposal.kind === 'free') return limited(notice, Math.min(left, proposal.thenPence ?? 0))
    if (left === 0) return { ...notice, proposal: nothingMore(isOver ? 'charged-once' : 'capped') }
    const amountPence = Math.min(proposal.amountPence, left)
    isOver = policy.once !== null
    left = isOver ? 0 : left - amountPence
    return { ...notice, proposal: { ...proposal, amountPence } }
  })
}

// What it would cost later is no more than what could then be charged.
const limited = <Notice extends Proposed>(notice: Notice, thenPence: Pence): Notice =>
  notice.proposal.kind === 'free' && notice.proposal.thenPence !== undefined
    ? { ...notice, proposal: { ...notice.proposal, thenPence } }
    : notice
