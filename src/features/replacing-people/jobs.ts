import type { Context } from '../../platform/context.ts'
import { eachDue, type Sweeps } from '../../platform/jobs.ts'
import { askForSuccessor, noteSuccessorOverdue, remindOfSuccessor } from './actions/ask-for-successor.ts'
import { closeAsked } from './actions/settle-successor.ts'
import { leftWithoutSuccessor, noLongerOwed, openNear } from './due-queries.ts'

/** Asks schools for successors, closes what is asked no more, and reminds of what is near its day or past it. */
export const askForSuccessors = async (context: Context): Promise<void> => {
  const closing = await noLongerOwed(context.db)
  const isOver = new Map(closing.map((each) => [each.id, each.isOver]))
  await eachDue(context, [...isOver.keys()], (participantId) =>
    closeAsked(context, { participantId, isOver: isOver.get(participantId) ?? false }),
  )
  await eachDue(context, await leftWithoutSuccessor(context.db, context.today), (id) => askForSuccessor(context, id))
  await eachDue(context, await openNear(context.db, context.today), async (id) => {
    await remindOfSuccessor(context, id)
    await noteSuccessorOverdue(context, id)
  })
}

export const sweeps: Sweeps = { 'ask-for-successors': askForSuccessors }
