import { type Context, transaction } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database/index.ts'
import { Conflict, Refused } from '../../../platform/errors.ts'
import { historyOf } from '../../../platform/history.ts'
import { isChange } from '../events.ts'

const overtaken = () => new Conflict('Somebody else has changed this request in the meantime.')

type Seen = { readonly interestId: string; readonly seen: number | null }

/** Whether anybody has changed a request since it was seen, but for one's own piece of work. */
const isChangedSince = async (db: Reader, { interestId, seen }: Seen, requestId: string): Promise<boolean> => {
  const events = await historyOf(db, { type: 'interest', id: interestId })
  return events.some((event) => isChange(event) && event.id > (seen ?? 0) && event.requestId !== requestId)
}

/**
 * Does what somebody decided on a request as they saw it. Whoever decided on it in between comes first: then nothing is done,
 * and both decisions are shown. `seen` is the number of the latest change on the page that was decided from.
 */
export const decideAsSeen = async <T>(
  context: Context,
  asSeen: Seen,
  decide: (context: Context) => Promise<T>,
): Promise<T> => {
  if (asSeen.seen === null) return decide(context)
  try {
    return await transaction(context, async (tx, inner) => {
      const done = await decide(inner)
      // Asked last: what was decided holds the locks, so that nobody else comes between.
      if (await isChangedSince(tx, asSeen, inner.requestId)) throw overtaken()
      return done
    })
  } catch (problem) {
    if (problem instanceof Refused && (await isChangedSince(context.db, asSeen, context.requestId))) throw overtaken()
    throw problem
  }
}
