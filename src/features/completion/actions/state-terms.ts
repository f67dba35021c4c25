import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayEditProject, projectById } from '../../projects/index.ts'
import { termsOfProject } from '../queries.ts'
import { writeTerms } from '../store.ts'
import type { Terms } from '../terms.ts'

/** States what a project asks for a place to be completed. It holds for every group of it that is not completed yet. */
export const stateTerms = (
  context: Context,
  { projectId, terms }: { projectId: string; terms: Terms },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const project = found(await projectById(tx, projectId))
    if (!mayEditProject(context.actor, project.hubId)) throw new Forbidden('Who writes the project says what it asks')
    const before = await termsOfProject(tx, projectId)
    if (before.leastShare === terms.leastShare && before.leastTasks === terms.leastTasks) return
    await writeTerms(tx, { projectId, terms, now: context.now })
    await record(tx, context, {
      name: 'project.completing-stated',
      subject: { type: 'project', id: projectId },
      particulars: { before, terms },
    })
  })

/** What a project asks goes along into the year after. */
export const carryTerms = (context: Context, { from, to }: { from: string; to: string }): Promise<void> =>
  transaction(context, async (tx, context) =>
    stateTerms(context, { projectId: to, terms: await termsOfProject(tx, from) }),
  )
