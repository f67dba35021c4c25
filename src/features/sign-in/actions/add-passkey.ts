import { machineClock } from '../../../platform/clock.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { newToken } from '../../../platform/secrets.ts'
import { mostPasskeys } from '../limits.ts'
import { deletePasskey, insertChallenge, insertPasskey, lockHolder, takeChallenge } from '../passkey-store.ts'
import {
  challengeIn,
  challengeLasts,
  placeOf,
  type RegistrationResponseJSON,
  readNewPasskey,
} from '../protocols/passkeys.ts'
import { passkeysOf } from '../ways-queries.ts'
import { tellOfNewWay } from './tell-of-new-way.ts'

/** Gives out something to sign, once and soon: for a person's new passkey, or to sign in with one. */
export const giveChallenge = (context: Context, personId: string | null): Promise<string> =>
  transaction(context, async (tx) => {
    const challenge = newToken()
    await insertChallenge(tx, { challenge, personId, until: machineClock.now().add(challengeLasts) })
    return challenge
  })

/** Keeps a new passkey of one's own; false when what came is not the answer to the challenge given, or was used. */
export const addPasskey = async (
  context: Context,
  { name, response }: { name: string; response: RegistrationResponseJSON },
): Promise<boolean> => {
  const { actor } = context
  const place = placeOf(context.config)
  if (actor.kind !== 'person' || !place) throw new Forbidden('Not signed in')
  const { personId } = actor
  const challenge = challengeIn(response)
  const isOurs =
    challenge !== null &&
    (await transaction(context, (tx) => takeChallenge(tx, { challenge, personId, machineNow: machineClock.now() })))
  const credential = isOurs ? await readNewPasskey(place, response, challenge) : null
  if (!credential) return false
  return transaction(context, async (tx, context) => {
    await lockHolder(tx, personId)
    if ((await passkeysOf(tx, personId)).length >= mostPasskeys)
      throw new Refused(`You have ${mostPasskeys} passkeys. Remove one that you no longer use, then add another.`)
    const added = await insertPasskey(tx, { personId, name, ...credential, now: machineClock.now() })
    if (!added) return false
    await tellOfNewWay(tx, context, {
      personId,
      what: 'a passkey',
      path: '/account/passkeys',
      event: 'passkey.added',
      id: added.id,
    })
    return true
  })
}

/** Removes a passkey of one's own; it signs nobody in any more. */
export const removePasskey = (context: Context, id: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (context.actor.kind !== 'person') throw new Forbidden('Not signed in')
    const { personId } = context.actor
    const removed = await deletePasskey(tx, { id, personId })
    if (removed)
      await record(tx, context, {
        name: 'passkey.removed',
        subject: { type: 'person', id: personId },
        particulars: { id: removed.id },
      })
  })
