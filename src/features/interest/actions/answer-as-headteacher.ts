import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { speakerFor } from '../../../vocabulary/speaks-for.ts'
import { setHeadteacherEnded } from '../agreement-store.ts'
import {
  headteacherConfirmedLetter,
  headteacherRefusedLetter,
  wrongHeadteacherLetter,
} from '../emails/agreement.email.ts'
import { tellSender } from '../emails/tell.ts'
import type { Interest } from '../expression-of-interest.ts'
import { mayAnswerAsHeadteacher } from '../policy.ts'
import { interestById } from '../queries.ts'
import { isAnswerAwaited } from '../status-sentence.ts'
import { lockInterest } from '../store.ts'
import { moveInterest } from './move-interest.ts'

export type HeadteachersAnswer = 'confirmed' | 'refused' | 'wrong-person'

/** The headteacher confirms that the school can take part, or does not, with a word; the same answer given twice is one. */
export const answerAsHeadteacher = (
  context: Context,
  input: { interestId: string; answer: HeadteachersAnswer; word: string | null },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await lockInterest(tx, input.interestId))
    if (!mayAnswerAsHeadteacher(context.actor, interest))
      throw new Forbidden('Only whoever was asked to agree, or the hub, answers here')
    if (input.answer === 'confirmed' && interest.headteacher.confirmedAt !== null) return
    if (interest.status !== 'received') throw new Refused('This has been answered already, or is no longer asked.')
    if (context.actor.kind === 'link' && !isAnswerAwaited(interest))
      throw new Refused('The time to answer is over. Ask who sent the request for a fresh link.')
    await answers[input.answer](tx, context, interest, input.word)
    const { draw, what } = tellings[input.answer]
    const asked = interest.headteacher.askedAt
    const told = found(await interestById(tx, interest.id))
    await tellSender({ tx, context, interest: told }, draw, `${what}:${asked}`)
  })

const confirm = async (tx: Transaction, context: Context, interest: Interest, word: string | null): Promise<void> => {
  await moveInterest(tx, context, interest, { to: 'confirmed', headteacherConfirmedAt: context.now })
  await record(tx, context, {
    name: 'interest.headteacher-confirmed',
    subject: { type: 'interest', id: interest.id },
    ...(word ? { personal: { word } } : {}),
  })
}

const refuse = async (tx: Transaction, context: Context, interest: Interest, word: string | null): Promise<void> => {
  const { who, body } = speakerFor(interest.organisation.kind)
  const reason = [`The ${who} did not confirm that the ${body} can take part.`, word].filter(Boolean).join(' ')
  await moveInterest(tx, context, interest, { to: 'declined', reason })
  await record(tx, context, {
    name: 'interest.headteacher-refused',
    subject: { type: 'interest', id: interest.id },
    ...(word ? { personal: { word } } : {}),
  })
}

// The request is not to blame for a wrong address: it stays, and its sender says who the headteacher is.
const notTheHeadteacher = async (
  tx: Transaction,
  context: Context,
  interest: Interest,
  word: string | null,
): Promise<void> => {
  await setHeadteacherEnded(tx, interest.id, { how: 'wrong_person', now: context.now })
  await record(tx, context, {
    name: 'interest.headteacher-wrong',
    subject: { type: 'interest', id: interest.id },
    ...(word ? { personal: { word } } : {}),
  })
}

const answers = { confirmed: confirm, refused: refuse, 'wrong-person': notTheHeadteacher } as const
const tellings = {
  confirmed: { draw: headteacherConfirmedLetter, what: 'headteacher-answer' },
  refused: { draw: headteacherRefusedLetter, what: 'headteacher-answer' },
  'wrong-person': { draw: wrongHeadteacherLetter, what: 'headteacher-wrong' },
} as const
