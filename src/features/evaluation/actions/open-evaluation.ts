import { type Context, transaction } from '../../../platform/context.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { groupWorkedOn, takingPartIn } from '../../registers/index.ts'
import { evaluateLetter } from '../emails/evaluate.email.ts'
import { daysOpen, questionsFrom } from '../evaluation.ts'
import { benefitsPromised, sessionsHeld } from '../queries.ts'
import { insertEvaluation, insertQuestions } from '../store.ts'

/** Opens the evaluation of a group, its questions made from what participants were promised; each is asked by one mail. */
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
    const people = await takingPartIn(tx, group.id)
    for (const person of people) {
      if (person.address === null) continue
      const url = `${context.config.baseUrl}/evaluate/${linkToken(context.config, 'evaluate', person.participantId, daysOpen + 30)}`
      const letter = evaluateLetter({
        name: person.name,
        group: group.name,
        project: group.projectTitle,
        questions: questions.length,
        closesOn,
        url,
      })
      await post(
        tx,
        context,
        { address: person.address, personId: person.personId },
        letter,
        `evaluate:${id}:${person.participantId}`,
      )
    }
    await record(tx, context, {
      name: 'evaluation.opened',
      subject: { type: 'group', id: group.id },
      also: [{ type: 'evaluation', id }],
      particulars: { questions: questions.length, asked: people.length, closesOn: closesOn.toString() },
    })
    return { asked: people.length }
  })
