import type { Context } from '../../platform/context.ts'
import type { Sweeps } from '../../platform/jobs.ts'
import { noteNamesOverdue, remindOfNames } from './actions/ask-for-names.ts'
import { isOverdue, isReminderDue } from './names-later.ts'
import { owingAnywhere } from './queries.ts'

const each = async (context: Context, ids: readonly string[], work: (interestId: string) => Promise<void>) => {
  for (const id of ids)
    await work(id).catch((problem: unknown) =>
      context.log.error({ err: problem, id }, 'names could not be asked for and will be tried again'),
    )
}

/** What falls due by the clock: names whose last day is near, and those that did not come. */
export const sweeps: Sweeps = {
  'ask-for-names': async (context) => {
    const owing = await owingAnywhere(context.db)
    const due = owing.filter((naming) => isReminderDue(naming, context.today))
    const late = owing.filter((naming) => naming.overdueToldAt === null && isOverdue(naming, context.today))
    await each(
      context,
      due.map(({ interestId }) => interestId),
      (interestId) => remindOfNames(context, { interestId }),
    )
    await each(
      context,
      late.map(({ interestId }) => interestId),
      (interestId) => noteNamesOverdue(context, { interestId }),
    )
  },
}
