import { type Context, transaction } from '../../../platform/context.ts'
import { takeBack } from '../../../platform/database/row-changes.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { personIdOf } from '../../people/index.ts'
import type { MergeKind } from '../merge.ts'
import { decidePair, giveEachAMainAddress, lockMerge, setUndone } from '../merge-store.ts'
import { lockPair } from '../moving-store.ts'
import { mayUndoMerge } from '../policy.ts'
import { hindranceWords, undoFor } from '../undo-queries.ts'

const happened = { person: 'person.parted', organisation: 'organisation.parted' } as const

/** Takes back exactly what a merge changed, for thirty days; what something since depends on stays, and is told. */
export const undoMerge = (context: Context, { mergeId }: { mergeId: string }): Promise<readonly string[]> =>
  transaction(context, async (tx, context) => {
    const merge = found(await lockMerge(tx, mergeId))
    const kind = merge.kind as MergeKind
    const pair = { keptId: merge.kept_id, mergedId: merge.merged_id }
    found(await lockPair(tx, kind, pair))
    if (!mayUndoMerge(context.actor, { kind, hubId: merge.hub_id })) throw new Forbidden('Not a merge of this hub')
    const undo = await undoFor(context, mergeId)
    if (undo.against.length > 0) throw new Refused(undo.against.join(' '))
    const left: string[] = []
    for (const change of undo.changes) {
      const hindrance = await takeBack(tx, change)
      if (hindrance) left.push(hindranceWords(change, hindrance))
    }
    if (kind === 'person') await giveEachAMainAddress(tx, pair)
    const { now } = context
    const by = personIdOf(context.actor)
    const stayed = [...new Set(left)]
    await setUndone(tx, mergeId, { by, now, left: stayed })
    await decidePair(tx, kind, pair, { status: 'open', by, now })
    await record(tx, context, {
      name: happened[kind],
      subject: { type: kind, id: pair.keptId },
      also: [{ type: kind, id: pair.mergedId }],
      particulars: { merge: mergeId, stayed },
    })
    return stayed
  })
