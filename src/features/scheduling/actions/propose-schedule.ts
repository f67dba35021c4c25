import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { academicYear } from '../../../vocabulary/academic-year.ts'
import { groupInSight, lockGroup, mayPlanGroup, takesPlaces } from '../../groups/index.ts'
import { alternativesFor } from '../alternatives.ts'
import { aroundGroup } from '../around-queries.ts'
import { type Asked, whereAsked } from '../asked.ts'
import { whyNothingFits } from '../fitting.ts'
import { insertProposal } from '../store.ts'

/** Searches for the dates of a group, and keeps what is proposed, or why nothing fits; nothing is planned yet. */
export const proposeSchedule = (
  context: Context,
  { groupId, asked }: { readonly groupId: string; readonly asked: Asked },
): Promise<string> =>
  transaction(context, async (tx, context) => {
    const locked = await lockGroup(tx, groupId)
    if (!mayPlanGroup(context.actor, locked))
      throw new Forbidden('Only the lead hub and the leads plan the dates of a group')
    const group = found(await groupInSight(context, groupId))
    if (!takesPlaces(group.status)) throw new Refused('This group is over: it meets no more.')
    const around = await aroundGroup(tx, whereAsked(group, asked), asked)
    const alternatives = alternativesFor(asked, around)
    const when = { year: academicYear(group.year), today: context.today }
    const nothingFits = alternatives.length === 0 ? whyNothingFits(asked, around, when) : null
    const id = await insertProposal(tx, { groupId, asked, alternatives, nothingFits }, context.now)
    await record(tx, context, {
      name: 'schedule.proposed',
      subject: { type: 'group', id: groupId },
      particulars: { proposalId: id, sessions: asked.sessions, alternatives: alternatives.length },
    })
    return id
  })
