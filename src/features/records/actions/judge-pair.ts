import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, NotFound } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { personIdOf } from '../../people/index.ts'
import { acquaintanceOf } from '../knowing-queries.ts'
import type { MergeKind, Pair } from '../merge.ts'
import { decidePair, setProposed } from '../merge-store.ts'
import { lockPair } from '../moving-store.ts'
import { mayJudgePeople, mayMergeOrganisations } from '../policy.ts'

type Judged = { readonly kind: MergeKind; readonly pair: Pair }

const permit = async (tx: Transaction, context: Context, { kind, pair }: Judged): Promise<void> => {
  found(await lockPair(tx, kind, pair))
  if (kind === 'organisation') {
    if (!mayMergeOrganisations(context.actor)) throw new Forbidden('The national team decides about organisations')
    return
  }
  if (!mayJudgePeople(context.actor, await acquaintanceOf(tx, pair, context.today)))
    throw new NotFound('Not people of this hub')
}

/** Remembers that two records are not the same: they are not suggested again. */
export const sayNotTheSame = (context: Context, { kind, pair }: Judged): Promise<void> =>
  transaction(context, async (tx, context) => {
    await permit(tx, context, { kind, pair })
    await decidePair(tx, kind, pair, { status: 'not_the_same', by: personIdOf(context.actor), now: context.now })
    await record(tx, context, {
      name: 'duplicate.ruled-out',
      subject: { type: kind, id: pair.keptId },
      also: [{ type: kind, id: pair.mergedId }],
      particulars: { other: pair.mergedId },
    })
  })

/** A hub proposes to the national team that two people whom it knows, and others too, are one. */
export const proposeMerge = (context: Context, { pair, hubId }: { pair: Pair; hubId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    await permit(tx, context, { kind: 'person', pair })
    await setProposed(tx, pair, { hubId, by: personIdOf(context.actor), now: context.now })
    await record(tx, context, {
      name: 'duplicate.proposed',
      subject: { type: 'person', id: pair.keptId },
      also: [{ type: 'person', id: pair.mergedId }],
      particulars: { other: pair.mergedId, hub: hubId },
    })
  })
