import { type Context, holdingMail } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { attempt } from '../../../platform/database/savepoint.ts'
import { Conflict, Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { historyOf } from '../../../platform/history.ts'
import { inSum } from '../../criteria/index.ts'
import { sendHubMessage } from '../../hub-messages/index.ts'
import { endOfDay, type Interest, interestById, verdictsOfInterest } from '../../interest/index.ts'
import { askToPassOn, offersToPassTo } from '../../passing-on/index.ts'
import {
  changeInWords,
  declineInterest,
  isChangeOfRequest,
  offerPlaceTo,
  standsNow,
  waitInterest,
} from '../../place-offers/index.ts'
import { type BulkActRow, type Deed, keptOf } from '../bulk-act.ts'
import type { RowChange } from '../store.ts'

type Doing = {
  readonly actId: string
  readonly deed: Deed
  /** Until when the mail waits. */
  readonly until: Temporal.Instant
  /** Whether a request that has changed since it was looked at is left out. */
  readonly onlyAsSeen: boolean
}

/** Does one deed to each of some requests in their order, mail held; what is refused is taken back to where it began, and said why. */
export const doToAll = async (
  tx: Transaction,
  context: Context,
  doing: Doing,
  rows: readonly BulkActRow[],
): Promise<readonly RowChange[]> => {
  const changes: RowChange[] = []
  for (const row of rows) changes.push(await doToOne(tx, context, doing, row))
  return changes
}

const doToOne = async (tx: Transaction, context: Context, doing: Doing, row: BulkActRow): Promise<RowChange> => {
  const { interestId } = row
  const subject = { type: 'interest', id: interestId }
  const history = await historyOf(tx, subject)
  const seenEvent = history[0]?.id ?? 0
  const since = history.find((event) => event.id > row.seenEvent && isChangeOfRequest(event))
  if (doing.onlyAsSeen && since)
    return { interestId, outcome: 'left_out', why: `Changed since you looked at it: ${changeInWords(since)}.` }
  const interest = found(await interestById(tx, interestId))
  const stood = await standsNow(tx, interestId)
  const holding = holdingMail(context, { act: doing.actId, about: interestId, until: doing.until })
  try {
    await attempt(tx, () => doDeed(tx, holding, doing, interest))
  } catch (problem) {
    return { interestId, outcome: doing.onlyAsSeen ? 'left_out' : 'refused', why: sentenceOf(problem), seenEvent }
  }
  const [last] = await historyOf(tx, subject)
  return {
    interestId,
    outcome: doing.onlyAsSeen ? 'done' : 'planned',
    why: null,
    seenEvent,
    doneEvent: last?.id ?? 0,
    before: keptOf(stood),
  }
}

const sentenceOf = (problem: unknown): string => {
  if (problem instanceof Refused || problem instanceof Conflict || problem instanceof Forbidden) return problem.message
  if (problem instanceof NotFound) return 'It is not there any more.'
  throw problem
}

const doDeed = async (tx: Transaction, context: Context, { deed, actId }: Doing, interest: Interest): Promise<void> => {
  switch (deed.kind) {
    case 'offer':
      return offerPlace(tx, context, deed, interest)
    case 'wait':
      if (interest.status === 'waiting') throw new Refused('It is on the waiting list already.')
      return waitInterest(context, { interestId: interest.id })
    case 'pass_on':
      return passOn(tx, context, deed, interest)
    case 'decline':
      if (interest.status === 'offered' || interest.status === 'placed')
        throw new Refused('It has a place: take that back on its own page, so that you see who is next.')
      return declineInterest(context, { interestId: interest.id, reason: deed.reason })
    case 'message':
      return sendHubMessage(context, { ...deed, interestId: interest.id, mark: actId })
  }
}

const passOn = async (
  tx: Transaction,
  context: Context,
  { hubId, hubName, word }: Extract<Deed, { kind: 'pass_on' }>,
  { id: interestId, projectId, projectTitle, themeTitle }: Interest,
): Promise<void> => {
  const offers = await offersToPassTo(tx, { projectId, atHub: hubId })
  const offer = offers.find(({ theme }) => theme === themeTitle) ?? offers[0]
  if (!offer) throw new Refused(`${hubName} does not offer ${projectTitle}.`)
  await askToPassOn(context, { interestId, toOfferId: offer.id, word })
}

const offerPlace = async (
  tx: Transaction,
  context: Context,
  deed: Extract<Deed, { kind: 'offer' }>,
  interest: Interest,
): Promise<void> => {
  const verdicts = await verdictsOfInterest(tx, interest.id)
  const sum = inSum(verdicts.map((verdict) => ({ ...verdict, answer: verdict.overruled?.answer ?? verdict.answer })))
  if (sum.answer === 'no')
    throw new Refused('By the rules the answer is no: if that does not hold, overrule it on its own page first.')
  const respondBy = endOfDay(Temporal.PlainDate.from(deed.respondBy))
  if (Temporal.Instant.compare(respondBy, context.now) <= 0)
    throw new Refused('The last day to answer has passed: choose another.')
  await offerPlaceTo(context, { interestId: interest.id, groupId: deed.groupId, respondBy })
}
