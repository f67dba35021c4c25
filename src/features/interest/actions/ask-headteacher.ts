import { machineClock } from '../../../platform/clock.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { addressee } from '../../people/index.ts'
import { setHeadteacherAsked, stopHeadteacherLinks } from '../agreement-store.ts'
import { headteacherLetter } from '../emails/agreement.email.ts'
import { linkTo } from '../emails/tell.ts'
import { deadlineIn, type Interest } from '../expression-of-interest.ts'
import { maySpeakForSender } from '../policy.ts'
import { interestById } from '../queries.ts'
import { daysToAgree } from '../status-sentence.ts'
import { lockInterest } from '../store.ts'

type Head = { readonly name: string | null; readonly email: string }

/** Writes to the headteacher with a link that is good until the end of a day. Called inside an action's transaction. */
export const askHeadteacher = async (
  tx: Transaction,
  context: Context,
  interest: Interest,
  head: Head,
): Promise<void> => {
  const answerBy = deadlineIn(daysToAgree, context.now)
  await setHeadteacherAsked(tx, interest.id, { ...head, now: context.now, answerBy })
  const asked = found(await interestById(tx, interest.id))
  const url = linkTo(context, 'headteacher', interest.id, 120)
  const isFirst = interest.headteacher.askedAt === null
  const key = `interest:${interest.id}:headteacher${isFirst ? '' : `:${context.now}`}`
  await post(tx, context, await addressee(tx, head.email), headteacherLetter(asked, url), key)
  await record(tx, context, {
    name: isFirst ? 'interest.headteacher-asked' : 'interest.headteacher-asked-anew',
    subject: { type: 'interest', id: interest.id },
  })
}

/**
 * Whoever speaks for a request, or its hub, puts a wrong address right or has a fresh link sent; the link that was
 * mailed before opens no more.
 */
export const askHeadteacherAnew = (context: Context, input: { interestId: string; head: Head }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await lockInterest(tx, input.interestId))
    if (!maySpeakForSender(context.actor, interest)) throw new Forbidden('Only whoever asked, or the hub, asks anew')
    if (interest.status !== 'received') throw new Refused('No agreement is waited for any more.')
    const { email, askedAt, ended } = interest.headteacher
    // Pressed twice, one mail goes out.
    const isSame = email?.toLowerCase() === input.head.email.toLowerCase() && ended === null
    if (isSame && askedAt && Temporal.Duration.compare(context.now.since(askedAt), { minutes: 10 }) < 0) return
    const until = machineClock.now().round({ smallestUnit: 'second', roundingMode: 'floor' })
    await stopHeadteacherLinks(tx, interest.id, until)
    await askHeadteacher(tx, context, interest, input.head)
  })
