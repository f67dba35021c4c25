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
}

/** Says what a project means by a day, and whether minutes that were missed are taken off. */
export const stateTerms = (context: Context, input: TermsStated): Promise<void> =>
  transaction(context, async (tx, context) => {
    await lockProject(tx, input.projectId)
    const project = found(await projectAsking(tx, input.projectId))
    if (!mayEditProject(context.actor, project.hubId)) throw new NotFound('Not found')
    const { minutesInADay, takesOffMissed } = project.asked
    if (minutesInADay === input.minutesInADay && takesOffMissed === input.takesOffMissed) return
    const by = context.actor.kind === 'person' ? context.actor.personId : null
    await writeTerms(tx, { ...input, by, now: context.now })
    await record(tx, context, {
      name: 'attendance.defined',
      subject: { type: 'project', id: input.projectId },
      particulars: { minutesInADay: input.minutesInADay, takesOffMissed: input.takesOffMissed },
    })
  })
