import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, NotFound } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { kindLabels } from '../attention.ts'
import { mayRollYears } from '../policy.ts'
import { draftToReview } from '../review-queries.ts'
import { insertPoints, lockRolledProject, setTicked } from '../store.ts'

/** Ticks a point of a draft off, or opens it again. What was ticked already stays as it is. */
export const tickPoint = (
  context: Context,
  input: { projectId: string; key: string; isDone: boolean },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayRollYears(context.actor)) throw new Forbidden('Only the national team works on the review list')
    found(await lockRolledProject(tx, input.projectId))
    const draft = found(await draftToReview(tx, input.projectId))
    const point = [...draft.points, ...draft.kept].find(({ key }) => key === input.key)
    if (!point) throw new NotFound('No such point')
    const { key, kind, place, words } = point
    await insertPoints(tx, draft.id, [{ key, kind, place, words }], context.now)
    const changed = await setTicked(tx, { projectId: draft.id, key, at: input.isDone ? context.now : null })
    if (!changed) return
    await record(tx, context, {
      name: input.isDone ? 'review.ticked' : 'review.unticked',
      subject: { type: 'project', id: draft.id },
      particulars: { key, kind, note: `${kindLabels[kind]}: ${place}` },
    })
  })
