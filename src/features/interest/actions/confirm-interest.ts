import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { InterestStatus } from '../life.ts'
import { mayConfirmAddress } from '../policy.ts'
import { interestById } from '../queries.ts'
import { lockInterest } from '../store.ts'
import { receiveInterest } from './receive-interest.ts'
import { requireOpen, requireOpenOrganisation } from './send-interest.ts'

/** The sender confirms the address: the request counts from now on. Confirming again changes nothing. */
export const confirmInterest = (context: Context, interestId: string): Promise<{ status: InterestStatus }> =>
  transaction(context, async (tx, context) => {
    const draft = found(await lockInterest(tx, interestId))
    if (!mayConfirmAddress(context.actor, draft.id)) throw new Forbidden('Only the holder of the mailed link confirms')
    if (draft.status === 'lapsed' && draft.receivedAt === null)
      throw new Refused('This was not confirmed in time and has lapsed. Please ask again.')
    if (draft.status !== 'draft') return { status: draft.status }
    await requireOpen(tx, context, draft.offerId)
    await requireOpenOrganisation(tx, draft.organisation.id)
    const receipt = await receiveInterest(tx, context, draft, 'sender')
    await record(tx, context, { name: 'interest.received', ...receipt })
    return { status: found(await interestById(tx, draft.id)).status }
  })
