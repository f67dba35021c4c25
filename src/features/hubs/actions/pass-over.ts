import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { type Reference, referencesTo, undecided } from '../../../platform/database/references.ts'
import { Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { copyPolicies, keepAddresses, type Passing, passOver } from '../moving-store.ts'
import { hubReferences } from '../references.ts'

/** What refers to hubs, each with a declared fate; a table nobody has decided about stops the change rather than being forgotten. */
export const decidedReferences = async (tx: Transaction): Promise<readonly Reference[]> => {
  const references = await referencesTo(tx, 'hubs')
  const { missing } = undecided(references, hubReferences)
  if (missing.length > 0)
    throw new Refused(`It is not decided what becomes of ${missing.join(', ')}: nothing has been changed.`)
  return references
}

/** Passes offers, groups and what hangs on them from one hub to another; each of them remembers it. */
export const passWork = async (
  tx: Transaction,
  context: Context,
  passing: Passing,
  slugBefore: string,
): Promise<Readonly<Record<string, number>>> => {
  const references = await decidedReferences(tx)
  await keepAddresses(tx, passing, slugBefore)
  const policies = await copyPolicies(tx, passing, { suffix: slugBefore, now: context.now })
  const moved = await passOver(tx, references, passing)
  const hubs = [passing.from, passing.to].map((id) => ({ type: 'hub', id }))
  for (const [type, ids] of [
    ['offer', passing.offers],
    ['group', passing.groups],
  ] as const)
    for (const id of ids)
      await record(tx, context, {
        name: type === 'offer' ? 'offer.passed-on' : 'group.passed-on',
        subject: { type, id },
        also: hubs,
        particulars: { from: passing.from, to: passing.to },
      })
  return { ...moved, policiesCopied: policies }
}
