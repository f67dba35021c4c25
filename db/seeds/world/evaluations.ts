import { answerEvaluation } from '../../../src/features/evaluation/actions/answer-evaluation.ts'
import { askForAnswers } from '../../../src/features/evaluation/actions/ask-for-answers.ts'
import { openEvaluation } from '../../../src/features/evaluation/actions/open-evaluation.ts'
import { takingPartIn } from '../../../src/features/registers/index.ts'
import { chanceFrom } from '../facts/chance.ts'
import { after, type Scene, type When } from './scene.ts'

const words = [
  'We talk about the lesson before we teach it, which we never did. I would keep the meetings shorter and have one more of them.',
  'Seeing the same lesson in three schools changed what I listen for. The week before half-term is a hard time to leave school.',
  'The tasks between the meetings made the difference: without them I would have gone back to what I always do.',
  'I have stopped rushing to the method. My colleague who could not come needs a way to catch up.',
  'Our department plans together once a fortnight now. More time with schools like ours, please.',
  'It took until the second meeting before I saw the point of the representations. Say it earlier.',
]

/** The lead opens the evaluation after the last session, and most of those who took part answer within two weeks. */
export const playEvaluation = async (
  scene: Scene,
  { groupId, leadEmail, when }: { groupId: string; leadEmail: string; when: When },
): Promise<void> => {
  await openEvaluation(await scene.as(leadEmail, when), groupId)
  await askForAnswers(scene.system(when))
  const questions = await scene.tx
    .selectFrom('evaluation_questions as q')
    .innerJoin('evaluations as e', 'e.id', 'q.evaluation_id')
    .select(['q.id', 'q.kind'])
    .where('e.group_id', '=', groupId)
    .orderBy('q.position')
    .execute()
  const chance = chanceFrom(questions.length * 4099)
  for (const [at, { participantId }] of (await takingPartIn(scene.tx, groupId)).entries()) {
    if (at % 5 === 4) continue
    const answers = questions.map(({ id, kind }) => ({
      questionId: id,
      agreement: kind === 'agreement' ? 5 - Math.min(chance.below(4), chance.below(3)) : null,
      words: kind === 'words' ? (words[at] ?? null) : null,
    }))
    await answerEvaluation(scene.link('evaluate', participantId, after(when, 60 * (5 + at * 23))), answers)
  }
}
