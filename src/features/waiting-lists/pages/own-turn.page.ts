import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { answerTermsOf, ruleInWords } from '../../answer-times/index.ts'
import { interestById } from '../../interest/index.ts'
import { inTurn, sayFewerIsFine, waitingForOffer, withdrawInterest } from '../../place-offers/index.ts'
import { ownTurnView } from './own-turn.view.ts'

const ownInterest = async ({ context }: PageRequest) => {
  if (context.actor.kind !== 'link') throw new NotFound('Not by a link')
  const interest = found(await interestById(context.db, context.actor.subjectId))
  return found(interest.receivedAt !== null ? interest : null)
}

const statusOf = ({ path }: PageRequest): string => path.replace(/\/waiting$/, '')

/** Where somebody stands in line, how that is counted, and what they can say about it. */
export const showOwnTurn: Page = async (request) => {
  const { context, frame, path } = request
  const interest = await ownInterest(request)
  const line = inTurn(await waitingForOffer(context.db, interest.offerId))
  const at = line.findIndex(({ id }) => id === interest.id)
  const own = line[at]
  if (!own) return redirect(statusOf(request))
  const rule = ruleInWords(await answerTermsOf(context.db, interest.hub.id))
  const ahead = line.slice(0, at)
  return page(
    ownTurnView(frame, { interest, own, ahead, waiting: line.length, rule, path, statusPath: statusOf(request) }),
  )
}

const acts: Readonly<Record<string, (request: PageRequest, interestId: string) => Promise<void>>> = {
  'fewer-yes': ({ context }, interestId) => sayFewerIsFine(context, { interestId, fewerIsFine: true }),
  'fewer-no': ({ context }, interestId) => sayFewerIsFine(context, { interestId, fewerIsFine: false }),
  leave: ({ context }, interestId) => withdrawInterest(context, { interestId, reason: 'They left the waiting list.' }),
}

export const changeOwnTurn: Page = async (request) => {
  const interest = await ownInterest(request)
  const act = typedText(request.body, 'act')
  const doing = Object.hasOwn(acts, act) ? acts[act] : undefined
  // Another tab, or a place that was offered meanwhile: the status page says how it stands now.
  if (interest.status !== 'waiting' || !doing) return redirect(statusOf(request))
  try {
    await doing(request, interest.id)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return redirect(statusOf(request))
  }
  return redirect(act === 'leave' ? statusOf(request) : request.path)
}
