import { type Context, transaction } from '../../../platform/context.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { answererById } from '../queries.ts'
import { type Answer, keepAnswers } from '../store.ts'

/** Answers an evaluation by the personal link; answered again until it closes, the later answers count. */
export const answerEvaluation = (context: Context, answers: readonly Answer[]): Promise<void> =>
  transaction(context, async (tx, context) => {
    const id = context.actor.kind === 'link' && context.actor.purpose === 'evaluate' ? context.actor.subjectId : null
    const answerer = found(id === null ? null : await answererById(tx, id))
    if (Temporal.PlainDate.compare(context.today, answerer.evaluation.closesOn) > 0)
      throw new Refused('This evaluation is closed. Thank you all the same.')
    const known = new Set(answerer.evaluation.questions.map((question) => question.id))
    await keepAnswers(
      tx,
      answerer.id,
      answers.filter(({ questionId }) => known.has(questionId)),
      context.now,
    )
    // That somebody answered is no secret; what they said is not in the history.
    await record(tx, context, {
      name: 'evaluation.answered',
      subject: { type: 'evaluation', id: answerer.evaluation.id },
    })
  })
