import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayChoosePolicy, mayEditOffer } from '../../offers/index.ts'
import { isOpenHub } from '../../organisations/index.ts'
import { type PolicyTerms, policyRefusal, wordingRefusal } from '../policy-terms.ts'
import { insertPolicy, newestVersion } from '../store.ts'

export type WritePolicyInput = {
  readonly hubId: string
  readonly terms: PolicyTerms
  /** The newest version as whoever writes the next one saw it; 0 for a policy that is new. */
  readonly seenVersion: number
}

/**
 * Writes a version of a hub's cancellation policy. Versions are only ever added: an offer is given the newest, and whoever agreed to
 * an earlier one keeps it (domain rule 7).
 */
export const writePolicy = (context: Context, { hubId, terms, seenVersion }: WritePolicyInput): Promise<string> =>
  transaction(context, async (tx, context) => {
    requireLead(context, hubId)
    await requirePossible(tx, hubId, terms)
    const newest = await newestVersion(tx, hubId, terms.name)
    if (newest > 0 && seenVersion === 0)
      throw new Refused(`Your hub has a policy called ${terms.name} already. Write a new version of that one.`)
    const id =
      newest === seenVersion ? await insertPolicy(tx, { hubId, version: newest + 1, terms, now: context.now }) : null
    if (id === null)
      throw new Conflict('A colleague wrote a version of this policy after you opened it. Look at theirs first.')
    await record(tx, context, {
      name: 'policy.written',
      subject: { type: 'policy', id },
      also: [{ type: 'hub', id: hubId }],
      particulars: { policy: terms.name, version: newest + 1, pence: terms.amountPence, days: terms.noticeDays },
    })
    return id
  })

const requireLead = ({ actor }: Context, hubId: string): void => {
  if (!mayEditOffer(actor, hubId)) throw new NotFound('Only staff of a hub see its policies')
  if (!mayChoosePolicy(actor, hubId)) throw new Forbidden('Only leads of the hub write its policies')
}

const requirePossible = async (tx: Transaction, hubId: string, terms: PolicyTerms): Promise<void> => {
  const isOpen = await isOpenHub(tx, hubId)
  const refusal = isOpen
    ? (policyRefusal(terms) ?? wordingRefusal(terms))
    : 'This hub is closed: it has no new policies.'
  if (refusal !== null) throw new Refused(refusal)
}
