import { timingSafeEqual } from 'node:crypto'
import { machineClock } from '../../../platform/clock.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { hashOfCode, newToken } from '../../../platform/secrets.ts'
import { noteAddressConfirmed, personWithAddress } from '../../people/index.ts'
import { demonstrationCast } from '../queries.ts'
import { consumeLink, consumeRequest, countCodeTry, insertSession, revokeSessions } from '../store.ts'

export const daysASessionLasts = 30
export type SignedIn = { readonly token: string; readonly seconds: number }

/** Signs in by the mailed link; null when it was used already, is over, or is nobody's. */
export const signInWithLink = (
  context: Context,
  input: { token: string; device: string | null },
): Promise<SignedIn | null> =>
  transaction(context, async (tx, context) => {
    const consumed = await consumeLink(tx, input.token, machineClock.now())
    return consumed ? beginSession(tx, context, consumed.person_id, { device: input.device, by: 'link' }) : null
  })

/** Signs in by the six digits. The try is counted, and kept, before anything is compared: five for each mail. */
export const signInWithCode = async (
  context: Context,
  input: { email: string; code: string; device: string | null },
): Promise<SignedIn | null> => {
  const open = await transaction(context, async (tx) => {
    const person = await personWithAddress(tx, input.email)
    return person ? { person, requests: await countCodeTry(tx, person.id, machineClock.now()) } : null
  })
  const meant = open?.requests.find((request) => timingSafeEqual(request.code_hash, hashOfCode(request.id, input.code)))
  if (!open || !meant) return null
  return transaction(context, async (tx, context) => {
    if (!(await consumeRequest(tx, meant.id, machineClock.now()))) return null
    await noteAddressConfirmed(context, input.email)
    return beginSession(tx, context, open.person.id, { device: input.device, by: 'code' })
  })
}

/** Signs in as one of the demonstration's cast: only there, and only as them. */
export const signInAsCast = (context: Context, input: { email: string; device: string | null }): Promise<SignedIn> =>
  transaction(context, async (tx, context) => {
    const cast = context.config.demo ? await demonstrationCast(tx) : []
    const person = cast.some((member) => member.email === input.email) ? await personWithAddress(tx, input.email) : null
    if (!person) throw new Forbidden('Only the cast of a demonstration signs in this way')
    return beginSession(tx, context, person.id, { device: input.device, by: 'cast' })
  })

const beginSession = async (
  tx: Transaction,
  context: Context,
  personId: string,
  how: { device: string | null; by: string },
): Promise<SignedIn> => {
  const token = newToken()
  const now = machineClock.now()
  await insertSession(tx, {
    personId,
    token,
    now,
    until: now.add({ hours: 24 * daysASessionLasts }),
    device: how.device,
  })
  await record(tx, context, {
    name: 'person.signed-in',
    subject: { type: 'person', id: personId },
    particulars: { by: how.by },
  })
  return { token, seconds: daysASessionLasts * 86_400 }
}

/** Ends the session this browser holds. */
export const signOut = (context: Context, token: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (context.actor.kind !== 'person') return
    const ended = await revokeSessions(tx, { personId: context.actor.personId, token }, machineClock.now())
    if (ended.length > 0)
      await record(tx, context, { name: 'person.signed-out', subject: { type: 'person', id: context.actor.personId } })
  })

/** Ends one of one's own sessions, on a device left behind. */
export const revokeSession = (context: Context, sessionId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (context.actor.kind !== 'person') throw new Forbidden('Not signed in')
    const ended = await revokeSessions(tx, { personId: context.actor.personId, id: sessionId }, machineClock.now())
    if (ended.length > 0)
      await record(tx, context, {
        name: 'session-of-sign-in.revoked',
        subject: { type: 'person', id: context.actor.personId },
        particulars: { sessionId },
      })
  })
