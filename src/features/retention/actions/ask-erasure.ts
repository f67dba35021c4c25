import { type Context, transaction } from '../../../platform/context.ts'
import { Conflict, Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { hubsOfPerson, personIdOf } from '../../people/index.ts'
import { isAboutOneself, mayAskForOther } from '../../personal-fields/index.ts'
import { insertErasureRequest, lockOpenErasure, settleErasure } from '../erasure-request-store.ts'
import { lockPerson } from '../erasure-store.ts'

/** Asks to have a person erased: the person themselves, or with a reason a lead of their hub or the national team. */
export const askErasure = (context: Context, input: { personId: string; reason: string | null }): Promise<string> =>
  transaction(context, async (tx, context) => {
    found((await lockPerson(tx, input.personId)) ? input.personId : null)
    const { actor, now } = context
    const isOwn = isAboutOneself(actor, input.personId)
    if (!isOwn && !mayAskForOther(actor, await hubsOfPerson(tx, input.personId)))
      throw new Forbidden('Not theirs to ask')
    const id = newId()
    const askedBy = found(personIdOf(actor))
    const reason = input.reason?.trim() || null
    if (!(await insertErasureRequest(tx, { id, personId: input.personId, askedBy, reason, now })))
      throw new Conflict('This has been asked for already, and waits to be decided.')
    await record(tx, context, {
      name: isOwn ? 'erasure.asked' : 'erasure.proposed',
      subject: { type: 'erasure', id },
      also: [{ type: 'person', id: input.personId }],
      ...(reason ? { personal: { reason } } : {}),
    })
    return id
  })

/** Takes back one's own request while nobody has decided it. */
export const withdrawErasure = (context: Context, requestId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const request = found(await lockOpenErasure(tx, requestId))
    const by = found(personIdOf(context.actor))
    if (request.asked_by_person_id !== by && request.person_id !== by) throw new Forbidden('Not theirs to take back')
    await settleErasure(tx, { id: request.id, status: 'withdrawn', by, reason: null, now: context.now })
    await record(tx, context, {
      name: 'erasure.withdrawn',
      subject: { type: 'erasure', id: request.id },
      also: [{ type: 'person', id: request.person_id }],
    })
  })
