import { type Context, transaction } from '../../../platform/context.ts'
import { Conflict, Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { addressOf, nameOf, personIdOf } from '../../people/index.ts'
import { refusedLetter } from '../emails/erasure.email.ts'
import { lockOpenErasure, settleErasure } from '../erasure-request-store.ts'
import { mayDecideErasure } from '../policy.ts'
import { erasePerson } from './erase-person.ts'

const openRequest = async (tx: Parameters<typeof lockOpenErasure>[0], context: Context, requestId: string) => {
  const request = await lockOpenErasure(tx, requestId)
  if (!request) throw new Conflict('Somebody else has decided this in the meantime.')
  if (!mayDecideErasure(context.actor, request.person_id)) throw new Forbidden('Not theirs to decide')
  return { ...request, by: found(personIdOf(context.actor)) }
}

/** Carries out an erasure that was asked for; who decided it is recorded. */
export const carryOutErasure = (
  context: Context,
  input: { requestId: string; isNamesakeChecked: boolean },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { id, person_id: personId, by } = await openRequest(tx, context, input.requestId)
    await settleErasure(tx, { id, status: 'carried_out', by, reason: null, now: context.now })
    await erasePerson(context, { personId, mentionsByName: input.isNamesakeChecked, requestId: id })
  })

/** Refuses an erasure with a reason, which the person is told. */
export const refuseErasure = (context: Context, input: { requestId: string; reason: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { id, person_id: personId, by } = await openRequest(tx, context, input.requestId)
    await settleErasure(tx, { id, status: 'refused', by, reason: input.reason, now: context.now })
    await record(tx, context, {
      name: 'erasure.refused',
      subject: { type: 'erasure', id },
      also: [{ type: 'person', id: personId }],
      personal: { reason: input.reason },
    })
    const address = await addressOf(tx, personId)
    if (!address) return
    const letter = refusedLetter({
      name: (await nameOf(tx, personId)) ?? '',
      reason: input.reason,
      baseUrl: context.config.baseUrl,
    })
    await post(tx, context, { address, personId }, letter, `erasure-refused:${id}`)
  })
