import { timingSafeEqual } from 'node:crypto'
import { machineClock } from '../../../platform/clock.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { hashOfCode } from '../../../platform/secrets.ts'
import { noteAddressConfirmed, personWithAddress } from '../../people/index.ts'
import { demonstrationCast } from '../queries.ts'
import { consumeLink, consumeRequest, countCodeTry } from '../store.ts'
import { beginSession, type SignedIn } from './begin-session.ts'

export type { SignedIn } from './begin-session.ts'

/** Whose requests are looked for when an address is nobody's: the same statements, and none is found. */
const nobody = '00000000-0000-0000-0000-000000000000'

const enter = async (
  tx: Transaction,
  context: Context,
  { personId, device, by }: { personId: string; device: string | null; by: string },
): Promise<SignedIn> => {
  await record(tx, context, {
    name: 'person.signed-in',
    subject: { type: 'person', id: personId },
    particulars: { by },
  })
  return beginSession(tx, personId, device)
}

/** Signs in by the mailed link; null when it was used already, is over, or is nobody's. */
export const signInWithLink = (
  context: Context,
  input: { token: string; device: string | null },
): Promise<SignedIn | null> =>
  transaction(context, async (tx, context) => {
    const consumed = await consumeLink(tx, input.token, machineClock.now())
    if (!consumed) return null
    if (consumed.address) await noteAddressConfirmed(context, consumed.address)
    return enter(tx, context, { personId: consumed.person_id, device: input.device, by: 'link' })
  })

/** Signs in by the six digits. The try is counted, and kept, before anything is compared: five for each mail. */
export const signInWithCode = async (
  context: Context,
  input: { email: string; code: string; device: string | null },
): Promise<SignedIn | null> => {
  const requests = await transaction(context, async (tx) => {
    const person = await personWithAddress(tx, input.email)
    return countCodeTry(tx, person?.id ?? nobody, machineClock.now())
  })
  const meant = requests.find((request) => timingSafeEqual(request.code_hash, hashOfCode(request.id, input.code)))
  if (!meant) return null
  return transaction(context, async (tx, context) => {
    const consumed = await consumeRequest(tx, meant.id, machineClock.now())
    if (!consumed) return null
    if (meant.address) await noteAddressConfirmed(context, meant.address)
    return enter(tx, context, { personId: consumed.person_id, device: input.device, by: 'code' })
  })
}

/** Signs in as one of the demonstration's cast: only there, and only as them. */
export const signInAsCast = (context: Context, input: { email: string; device: string | null }): Promise<SignedIn> =>
  transaction(context, async (tx, context) => {
    const cast = context.config.demo ? await demonstrationCast(tx) : []
    const person = cast.some((member) => member.email === input.email) ? await personWithAddress(tx, input.email) : null
    if (!person) throw new Forbidden('Only the cast of a demonstration signs in this way')
    return enter(tx, context, { personId: person.id, device: input.device, by: 'cast' })
  })
