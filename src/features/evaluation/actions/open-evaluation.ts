import { type Context, transaction } from '../../../platform/context.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { groupWorkedOn, takingPartIn } from '../../registers/index.ts'
import { daysOpen, questionsFrom } from '../evaluation.ts'
import { benefitsPromised, sessionsHeld } from '../queries.ts'
import { insertEvaluation, insertQuestions } from '../store.ts'

/** Opens the evaluation of a group, its questions made from what participants were promised; each is asked by one mail, at the next moment at which mail goes that can wait. */
export const openEvaluation = (context: Context, groupId: string): Promise<{ asked: number }> =>
  transaction(context, async (tx, context) => {
    const group = found(await groupWorkedOn(context, groupId))
    if (group.status === 'cancelled' || group.status === 'merged')
      throw new Refused('This group was called off: there is nothing to evaluate.')
    if ((await sessionsHeld(tx, group.id)) === 0)
      throw new Refused('No session has been held yet. Open the evaluation near the end.')
    const closesOn = context.today.add({ days: daysOpen })
    const id = await insertEvaluation(tx, { groupId: group.id, now: context.now, closesOn })
    if (id === null) throw new Refused('The evaluation of this group is open already.')
    const questions = questionsFrom(await benefitsPromised(tx, group.projectId))
    await insertQuestions(tx, id, questions)
    const asked = (await takingPartIn(tx, group.id)).filter(({ address }) => address !== null).length
    await record(tx, context, {
      name: 'evaluation.opened',
      subject: { type: 'group', id: group.id },
      also: [{ type: 'evaluation', id }],
      particulars: { questions: questions.length, asked, closesOn: closesOn.toString() },
    })
    return { asked }
  })
