import { isDeepStrictEqual } from 'node:util'
import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { personIdOf } from '../../people/index.ts'
import { questionsOfProject } from '../../projects/index.ts'
import { rewriteAnswers, writeFact } from '../entering-store.ts'
import type { Answered } from '../expression-of-interest.ts'
import { mayDecideOnInterest } from '../policy.ts'
import { lockInterest } from '../store.ts'
import { reachVerdictsAgain, undecided } from './reach-verdicts.ts'

export type AnswersStated = {
  readonly interestId: string
  readonly answers: readonly Answered[]
  /** How the hub came to know them, such as "told by telephone". */
  readonly source: string
  readonly toldOn: Temporal.PlainDate
}

/**
 * The hub was told what a school answers to the project's own questions: what is new of it counts from now on, with how and when the hub
 * was told, and the verdicts are reached again. What is answered already and not told otherwise stays; a request that was decided stays as it is.
 */
export const stateAnswers = (context: Context, { interestId, answers, ...told }: AnswersStated): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await lockInterest(tx, interestId))
    if (!mayDecideOnInterest(context.actor, interest.hub.id)) throw new Forbidden('Only staff of the hub decide')
    if (!undecided.includes(interest.status))
      throw new Refused('This request has been decided: what was known then stays as it was.')
    if (Temporal.PlainDate.compare(told.toldOn, context.today) > 0)
      throw new Refused('The day on which you were told is today or before.')
    const source = told.source.trim()
    if (source === '') throw new Refused('Say how you know it.')
    const before = new Map(interest.answers.map((each) => [each.key, each]))
    const asked = await questionsOfProject(tx, interest.projectId)
    const fresh = answers.filter(
      ({ key, value }) =>
        asked.some((question) => question.key === key) && !isDeepStrictEqual(before.get(key)?.value, value),
    )
    if (fresh.length === 0) return
    const now = new Map([...before, ...fresh.map((each) => [each.key, each] as const)])
    const inOrder = asked.flatMap(({ key }) => now.get(key) ?? [])
    await rewriteAnswers(tx, interestId, [...inOrder, ...[...now.values()].filter((each) => !inOrder.includes(each))])
    const by = { by: 'hub', source, personId: personIdOf(context.actor) } as const
    for (const { key, value } of fresh)
      await writeFact(tx, interestId, { name: `answer.${key}`, value, ...by }, { on: told.toldOn, now: context.now })
    await record(tx, context, {
      name: 'interest.answers-stated',
      subject: { type: 'interest', id: interestId },
      particulars: { questions: fresh.map(({ question }) => question), on: told.toldOn.toString() },
      personal: {
        source,
        answers: fresh.map(({ key, shown }) => ({ key, shown, before: before.get(key)?.shown ?? null })),
      },
    })
    await reachVerdictsAgain(context, interestId)
  })
