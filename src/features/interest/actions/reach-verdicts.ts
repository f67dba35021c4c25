import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { eachDue } from '../../../platform/jobs.ts'
import { inSum, verdictsToKeep } from '../../criteria/index.ts'
import { personIdOf } from '../../people/index.ts'
import type { Interest } from '../expression-of-interest.ts'
import { requestsToLookAt, verdictsOutdated } from '../overtaken-queries.ts'
import { mayDecideOnInterest } from '../policy.ts'
import { statedIn } from '../stated-queries.ts'
import { lockInterest } from '../store.ts'
import { verdictsOfInterest } from '../verdict-queries.ts'
import { insertVerdicts, keepFacts, overrule, setLookedAt, takeVerdicts } from '../verdict-store.ts'

/**
 * Reaches the verdicts on a request as it stands, and keeps them with all that was known (domain rule 5). Where somebody at the
 * hub has overruled one, and its rule still reads as it did, that stands.
 */
export const keepVerdicts = async (
  tx: Transaction,
  context: Context,
  {
    id,
    offerId,
    projectId,
    themeId,
    organisation,
    hub,
  }: Pick<Interest, 'id' | 'offerId' | 'projectId' | 'themeId' | 'organisation' | 'hub'>,
) => {
  const stated = found((await statedIn(tx, [id], context.today)).get(id))
  const about = { offerId, projectId, themeId, organisationId: organisation.id, hubId: hub.id, stated }
  const { verdicts, facts } = await verdictsToKeep(context, about)
  const before = await takeVerdicts(tx, id)
  await insertVerdicts(tx, id, verdicts, context.now, before)
  await keepFacts(tx, id, facts, context.now)
  return inSum(verdicts)
}

const answerInSum = async (tx: Transaction, interestId: string) => {
  const verdicts = await verdictsOfInterest(tx, interestId)
  return inSum(verdicts.map((verdict) => ({ ...verdict, answer: verdict.overruled?.answer ?? verdict.answer }))).answer
}

const lookedAtOnce = 1000

/** While nobody at the hub has decided. */
export const undecided: readonly string[] = ['received', 'confirmed', 'waiting']

/** Something has changed that rules ask about: the verdicts on a request that waits for a decision are reached again. What was decided stays as it was. */
export const reachVerdictsAgain = (context: Context, interestId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await lockInterest(tx, interestId))
    if (!undecided.includes(interest.status)) return
    const before = await answerInSum(tx, interestId)
    await keepVerdicts(tx, context, interest)
    const after = await answerInSum(tx, interestId)
    if (before === after) return
    await record(tx, context, {
      name: 'interest.verdict-changed',
      subject: { type: 'interest', id: interestId },
      particulars: { before, after },
    })
  })

/** Days change verdicts too: requests that have not been looked at today are, and what a day has changed is reached again. */
export const lookAtVerdicts = async (context: Context): Promise<void> => {
  const { today } = context
  for (;;) {
    const ids = await requestsToLookAt(context.db, { today, most: lookedAtOnce })
    await eachDue(context, await verdictsOutdated(context.db, { ids, today }), (id) => reachVerdictsAgain(context, id))
    await transaction(context, (tx) => setLookedAt(tx, ids, today))
    if (ids.length < lookedAtOnce) return
  }
}

/** The hub knows better than the facts used: it overrules a verdict with a reason. What was reached stays beside it (domain rule 5). */
export const overruleVerdict = (
  context: Context,
  input: { interestId: string; verdictId: string; answer: 'yes' | 'no'; reason: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await lockInterest(tx, input.interestId))
    if (!mayDecideOnInterest(context.actor, interest.hub.id)) throw new Forbidden('Only staff of the hub decide')
    const reason = input.reason.trim()
    if (reason === '') throw new Refused('Say why the verdict is overruled.')
    const by = personIdOf(context.actor)
    found(
      await overrule(tx, {
        id: input.verdictId,
        interestId: interest.id,
        answer: input.answer,
        reason,
        by,
        now: context.now,
      }),
    )
    await record(tx, context, {
      name: 'interest.verdict-overruled',
      subject: { type: 'interest', id: interest.id },
      particulars: { verdictId: input.verdictId, answer: input.answer },
      personal: { reason },
    })
  })
