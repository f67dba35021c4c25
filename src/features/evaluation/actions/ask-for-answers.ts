import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { goingNowOf, type MailAsked } from '../../mail-times/index.ts'
import { evaluateLetter } from '../emails/evaluate.email.ts'
import { daysOpen } from '../evaluation.ts'
import { type AskingToCome, askingsToCome } from '../mail-queries.ts'
import { takeAsking } from '../store.ts'

/** Asks everybody who takes part where an evaluation is open, once each, when mail goes that can wait. */
export const askForAnswers = (context: Context): Promise<number> =>
  transaction(context, async (tx, context) => {
    const waiting = await askingsToCome(context, { hubId: null, subjectId: null, until: context.today })
    return ask(context, await goingNowOf(tx, waiting, context.now))
  })

/** Asks those of an evaluation whom the staff of its hub have chosen, whatever the hour. */
export const askNow = (context: Context, asked: MailAsked, participantIds: readonly string[]): Promise<number> =>
  transaction(context, async (_, context) => {
    const waiting = await askingsToCome(context, asked)
    return ask(
      context,
      waiting.filter(({ participantId }) => participantIds.includes(participantId)),
    )
  })

const daysALinkOutlivesIt = 30

const ask = (context: Context, going: readonly AskingToCome[]): Promise<number> =>
  transaction(context, async (tx, context) => {
    const asked: AskingToCome[] = []
    for (const one of going) {
      const { subjectId: evaluationId, participantId, address, personId } = one
      if (!(await takeAsking(tx, { evaluationId, participantId, now: context.now }))) continue
      const token = linkToken(context.config, 'evaluate', participantId, daysOpen + daysALinkOutlivesIt)
      const letter = evaluateLetter({ ...one, url: `${context.config.baseUrl}/evaluate/${token}` })
      await post(tx, context, { address, personId }, letter, `evaluate:${evaluationId}:${participantId}`)
      asked.push(one)
    }
    for (const [id, all] of Map.groupBy(asked, ({ subjectId }) => subjectId))
      await record(tx, context, {
        name: 'evaluation.asked-for',
        subject: { type: 'evaluation', id },
        also: [{ type: 'group', id: all[0]?.groupId ?? '' }],
        particulars: { asked: all.length },
      })
    return asked.length
  })
