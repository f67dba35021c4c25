import { machineClock } from '../../../platform/clock.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { takeChallenge, usePasskey } from '../passkey-store.ts'
import { type AuthenticationResponseJSON, challengeIn, type Kept, placeOf, readUse } from '../protocols/passkeys.ts'
import { passkeyWithCredential } from '../ways-queries.ts'
import { beginSession, type SignedIn } from './begin-session.ts'

type Passkey = Kept & { readonly id: string }

const suspect = (context: Context, passkey: Passkey): Promise<null> =>
  transaction(context, async (tx, context) => {
    await record(tx, context, {
      name: 'passkey.suspected',
      subject: { type: 'person', id: passkey.person_id },
      particulars: { id: passkey.id },
    })
    return null
  })

/**
 * Signs in with a passkey. The challenge is taken away before anything is checked, so that the same answer never counts
 * twice; null when the passkey is not known, or the signature, the place or the count is not right.
 */
export const signInWithPasskey = async (
  context: Context,
  { response, device }: { response: AuthenticationResponseJSON; device: string | null },
): Promise<SignedIn | null> => {
  const place = placeOf(context.config)
  const challenge = challengeIn(response)
  if (!place || challenge === null) return null
  const isOurs = await transaction(context, (tx) =>
    takeChallenge(tx, { challenge, personId: null, machineNow: machineClock.now() }),
  )
  const passkey = isOurs ? await passkeyWithCredential(context.db, response.id) : null
  if (!passkey) return null
  const use = await readUse(place, response, { challenge, passkey })
  if (use === 'copied') return suspect(context, passkey)
  if (!use) return null
  return transaction(context, async (tx, context) => {
    const used = await usePasskey(tx, { id: passkey.id, counter: use.counter, now: machineClock.now() })
    if (!used) return null
    await record(tx, context, {
      name: 'person.signed-in',
      subject: { type: 'person', id: passkey.person_id },
      particulars: { by: 'passkey' },
    })
    return beginSession(tx, passkey.person_id, device)
  })
}
