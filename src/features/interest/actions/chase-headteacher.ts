import { type Context, transaction } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { addressee } from '../../people/index.ts'
import { setHeadteacherEnded, setHeadteacherReminded } from '../agreement-store.ts'
import { headteacherReminder, headteacherSilentLetter, hubToldOfSilenceLetter } from '../emails/agreement.email.ts'
import { linkTo, tellHub, tellSender } from '../emails/tell.ts'
import { isAnswerAwaited } from '../status-sentence.ts'
import { lockInterest } from '../store.ts'

/** Half of the time is over: the headteacher is reminded, once. */
export const remindHeadteacher = (context: Context, interestId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await lockInterest(tx, interestId))
    const { email, remindedAt, askedAt } = interest.headteacher
    if (!isAnswerAwaited(interest) || remindedAt !== null || email === null) return
    await setHeadteacherReminded(tx, interest.id, context.now)
    const letter = headteacherReminder(interest, linkTo(context, 'headteacher', interest.id, 120))
    await post(
      tx,
      context,
      await addressee(tx, email),
      letter,
      `interest:${interest.id}:headteacher-reminded:${askedAt}`,
    )
    await record(tx, context, {
      name: 'interest.headteacher-reminded',
      subject: { type: 'interest', id: interest.id },
    })
  })

/** No answer came in time: the link is over, and who asked and the hub are told what they can do. The request stays. */
export const noteSilentHeadteacher = (context: Context, interestId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await lockInterest(tx, interestId))
    const { answerBy } = interest.headteacher
    if (!isAnswerAwaited(interest) || answerBy === null || Temporal.Instant.compare(answerBy, context.now) > 0) return
    await setHeadteacherEnded(tx, interest.id, { how: 'silent', now: context.now })
    await record(tx, context, { name: 'interest.headteacher-silent', subject: { type: 'interest', id: interest.id } })
    const what = `headteacher-silent:${answerBy}`
    await tellSender({ tx, context, interest }, headteacherSilentLetter, what)
    await tellHub({ tx, context, interest }, hubToldOfSilenceLetter, what)
  })
