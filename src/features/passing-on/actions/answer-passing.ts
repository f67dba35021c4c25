import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { type Interest, interestById } from '../../interest/index.ts'
import { offerById } from '../../offers/index.ts'
import { hubStaffAddresses } from '../../people/index.ts'
import { cameOfItLetter, passedToYouLetter } from '../emails/passing.email.ts'
import { type Passing, passingInWords } from '../passing.ts'
import { mayAnswerPassing } from '../policy.ts'
import { passingById } from '../queries.ts'
import { answerPassing as keepAnswer, lockPassing } from '../store.ts'
import { requirePassable, takeBackQuestion } from './ask-school.ts'

type Answer = {
  readonly passingId: string
  readonly agrees: boolean
  readonly word: string | null
  /** The version of the other hub's policy that was read. */
  readonly policyId: string | null
}

/** The school agrees that its request goes to the other hub, with that hub's policy, or does not; saying so twice changes nothing. */
export const answerPassing = (context: Context, { passingId, agrees, word, ...read }: Answer): Promise<void> =>
  transaction(context, async (tx, context) => {
    await lockPassing(tx, passingId)
    const passing = found(await passingById(tx, passingId))
    if (!mayAnswerPassing(context.actor, passing.id)) throw new Forbidden('Only whoever sent the request answers')
    const status = agrees ? 'agreed' : 'refused'
    if (passing.status === status) return
    if (passing.status !== 'asked') throw new Refused('This has been answered, or taken back: nothing is left to do.')
    const interest = found(await interestById(tx, passing.interestId))
    requirePassable(interest)
    const policyId = agrees ? await policyRead(tx, passing, read.policyId) : null
    await takeBackQuestion(tx, context, passing)
    await keepAnswer(tx, passing.id, { status, word, policyId, now: context.now })
    await record(tx, context, {
      name: agrees ? 'interest.passing-agreed' : 'interest.passing-refused',
      subject: { type: 'interest', id: interest.id },
      particulars: { toHubId: passing.offer.hubId },
      personal: { word },
    })
    await tell(tx, context, interest, found(await passingById(tx, passing.id)))
  })

const tell = (tx: Transaction, context: Context, interest: Interest, passing: Passing): Promise<void> =>
  passing.status === 'agreed' ? tellOther(tx, context, interest, passing) : tellAsking(tx, context, interest, passing)

/** A school agrees to the version of the policy that stands, and has read that one. */
const policyRead = async (tx: Transaction, { offer }: Passing, read: string | null): Promise<string | null> => {
  const now = (await offerById(tx, offer.id))?.policy?.id ?? null
  if (read === now) return now
  throw new Refused(`The policy of ${offer.hub} has changed while you read it: read it again before you agree.`)
}

const tellOther = async (tx: Transaction, context: Context, interest: Interest, passing: Passing): Promise<void> => {
  const { hubId, hubSlug, hub } = passing.offer
  const url = `${context.config.baseUrl}/hub/${hubSlug}/passed-on/${passing.id}`
  for (const to of await hubStaffAddresses(tx, hubId, context.today))
    await post(
      tx,
      context,
      to,
      passedToYouLetter(interest, passing, { url, hub }),
      `passing:${passing.id}:agreed:${to.personId}`,
    )
}

/** Tells the staff of the hub that asked what came of it. */
export const tellAsking = async (
  tx: Transaction,
  context: Context,
  interest: Interest,
  passing: Passing,
): Promise<void> => {
  const url = `${context.config.baseUrl}/hub/${interest.hub.slug}/interest/${interest.id}`
  for (const to of await hubStaffAddresses(tx, interest.hub.id, context.today))
    await post(
      tx,
      context,
      to,
      cameOfItLetter(interest, passingInWords(passing), url),
      `passing:${passing.id}:${passing.status}:${to.personId}`,
    )
}
