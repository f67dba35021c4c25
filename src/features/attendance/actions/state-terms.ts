import { type Context, transaction } from '../../../platform/context.ts'
import { found, NotFound } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayEditProject } from '../../projects/index.ts'
import { projectAsking } from '../queries.ts'
import { lockProject, writeTerms } from '../store.ts'

export type TermsStated = {
  readonly projectId: string
  readonly minutesInADay: number
  readonly takesOffMissed: boolean
  readonly countsBeside: boolean
}

/** Says what a project means by a day, whether minutes that were missed are taken off, and whether time beside sessions counts. */
export const stateTerms = (context: Context, input: TermsStated): Promise<void> =>
  transaction(context, async (tx, context) => {
    await lockProject(tx, input.projectId)
    const project = found(await projectAsking(tx, input.projectId))
    if (!mayEditProject(context.actor, project.hubId)) throw new NotFound('Not found')
    const { projectId, ...stated } = input
    const { minutesInADay, takesOffMissed, countsBeside } = project.asked
    if (
      minutesInADay === stated.minutesInADay &&
      takesOffMissed === stated.takesOffMissed &&
      countsBeside === stated.countsBeside
    )
      return
    const by = context.actor.kind === 'person' ? context.actor.personId : null
    await writeTerms(tx, { ...input, by, now: context.now })
    await record(tx, context, {
      name: 'attendance.defined',
      subject: { type: 'project', id: projectId },
      particulars: stated,
    })
  })
