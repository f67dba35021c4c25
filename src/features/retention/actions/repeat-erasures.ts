import { type Context, transaction } from '../../../platform/context.ts'
import { Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { newId } from '../../../vocabulary/ids.ts'
import type { Erased } from '../erased-list.ts'
import { knownOf } from '../erasure-queries.ts'
import { insertErasureRequest } from '../erasure-request-store.ts'
import { erasePerson } from './erase-person.ts'

export type Repeated = {
  readonly erased: number
  /** Those against whom something stands in the older data: asked for again, to be decided. */
  readonly refused: readonly { readonly personId: string; readonly why: string }[]
}

/** After an older state has come back: erases again those who had been erased since, each by itself. */
export const repeatErasures = async (context: Context, list: readonly Erased[]): Promise<Repeated> => {
  const known = await knownOf(
    context.db,
    list.map(({ personId }) => personId),
  )
  const back = list.filter(({ personId }) => known.has(personId))
  const refused: { personId: string; why: string }[] = []
  for (const { personId, mentionsByName } of back) {
    try {
      await erasePerson(context, { personId, mentionsByName })
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      refused.push({ personId, why: problem.message })
      await askAgain(context, personId)
    }
  }
  return { erased: back.length - refused.length, refused }
}

const askAgain = (context: Context, personId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const id = newId()
    const reason = 'They had been erased already; a restored backup brought them back.'
    if (!(await insertErasureRequest(tx, { id, personId, askedBy: personId, reason, now: context.now }))) return
    await record(tx, context, {
      name: 'erasure.proposed',
      subject: { type: 'erasure', id },
      also: [{ type: 'person', id: personId }],
      personal: { reason },
    })
  })
