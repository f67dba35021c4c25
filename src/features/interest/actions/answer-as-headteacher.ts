import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { headteacherConfirmedLetter, headteacherRefusedLetter } from '../emails/deciding.email.ts'
import { tellSender } from '../emails/tell.ts'
import type { Interest } from '../expression-of-interest.ts'
import { mayAnswerAsHeadteacher } from '../policy.ts'
import { interestById } from '../queries.ts'
import { lockInterest, moveInterest } from '../store.ts'

export type HeadteachersAnswer = 'confirmed' | 'refused' | 'wrong-person'

const reasons = {
  refused: 'The headteacher did not confirm that the school can take part.',
  'wrong-person': 'The person named as headteacher says that they are not.',
} as const

/** The headteacher confirms that the school can take part, or does not, with a word; the same answer given twice is one. */
export const answerAsHeadteacher = (
  context: Context,
  input: { interestId: string; answer: HeadteachersAnswer; word: string | null },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await lockInterest(tx, input.interestId))
    if (!mayAnswerAsHeadteacher(context.actor, interest))
      throw new Forbidden('Only the headteacher or the hub answers here')
    if (input.answer === 'confirmed' && interest.headteacher.confirmedAt !== null) return
    if (interest.status !== 'received') throw new Refused('This has been answered already, or is no longer asked.')
    if (input.answer === 'confirmed') await confirm(tx, context, interest, input.word)
    else await refuse(tx, context, interest, { answer: input.answer, word: input.word })
    const draw = input.answer === 'confirmed' ? headteacherConfirmedLetter : headteacherRefusedLetter
    await tellSender({ tx, context, interest: found(await interestById(tx, interest.id)) }, draw, 'headteacher-answer')
  })

const confirm = async (tx: Transaction, context: Context, interest: Interest, word: string | null): Promise<void> => {
  await moveInterest(tx, interest, { to: 'confirmed', headteacherConfirmedAt: context.now })
  await record(tx, context, {
    name: 'interest.headteacher-confirmed',
    subject: { type: 'interest', id: interest.id },
    ...(word ? { personal: { word } } : {}),
  })
}

const refuse = async (
  tx: Transaction,
  context: Context,
  interest: Interest,
  said: { answer: 'refused' | 'wrong-person'; word: string | null },
): Promise<void> => {
  const reason = [reasons[said.answer], said.word].filter(Boolean).join(' ')
  await moveInterest(tx, interest, { to: 'declined', reason })
  await record(tx, context, {
    name: 'interest.headteacher-refused',
    subject: { type: 'interest', id: interest.id },
    particulars: { answer: said.answer },
    ...(said.word ? { personal: { word: said.word } } : {}),
  })
}
