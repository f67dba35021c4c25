import type { Context } from '../../platform/context.ts'
import type { Sweeps } from '../../platform/jobs.ts'
import { isOverdueToTell, isReminderDue, type Owing, owingAnywhere } from '../interest/index.ts'
import { noteNamesOverdue, remindOfNames } from './actions/ask-for-names.ts'

const each = async (context: Context, ids: readonly string[], work: (interestId: string) => Promise<void>) => {
  for (const id of ids)
    await work(id).catch((problem: unknown) =>
      context.log.error({ err: problem, id }, 'names could not be asked for and will be tried again'),
    )
}

const ask = async (context: Context, owing: readonly Owing[]): Promise<void> => {
  const due = owing.filter((naming) => isReminderDue(naming, context.today))
  const late = owing.filter((naming) => isOverdueToTell(naming, context.today))
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
}

/** Asks for names wherever they are due, however many owe them: so many at a time. */
export const askForNames = async (context: Context, most = 1000): Promise<void> => {
  let after: string | null = null
  for (;;) {
    const owing: readonly Owing[] = await owingAnywhere(context.db, { after, most })
    await ask(context, owing)
    if (owing.length < most) return
    after = owing.at(-1)?.interestId ?? null
  }
}

/** What falls due by the clock: names whose last day is near, and those that did not come. */
export const sweeps: Sweeps = { 'ask-for-names': (context) => askForNames(context) }
