import { machineClock } from '../../../platform/clock.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { newToken } from '../../../platform/secrets.ts'
import { insertSession, revokeSessions, touchSession, voidRequests } from '../store.ts'

const daysASessionLasts = 30
export type SignedIn = { readonly token: string; readonly seconds: number }

/** Begins a signed-in session in the browser of somebody who has shown who they are; whoever calls this records how. */
export const beginSession = async (tx: Transaction, personId: string, device: string | null): Promise<SignedIn> => {
  const token = newToken()
  const now = machineClock.now()
  await insertSession(tx, { personId, token, now, until: now.add({ hours: 24 * daysASessionLasts }), device })
  return { token, seconds: daysASessionLasts * 86_400 }
}

/** Notes that a signed-in session is in use, to the hour. */
export const noteSeen = (context: Context, token: string): Promise<void> =>
  transaction(context, async (tx) => {
    await touchSession(tx, token, machineClock.now())
  })

/** Ends the session this browser holds. */
export const signOut = (context: Context, token: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (context.actor.kind !== 'person') return
    const ended = await revokeSessions(tx, { personId: context.actor.personId, token }, machineClock.now())
    if (ended.length > 0)
      await record(tx, context, { name: 'person.signed-out', subject: { type: 'person', id: context.actor.personId } })
  })

/** Ends all of one's own sessions, this one too. */
export const signOutEverywhere = (context: Context): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (context.actor.kind !== 'person') throw new Forbidden('Not signed in')
    const ended = await revokeSessions(tx, { personId: context.actor.personId }, machineClock.now())
    await record(tx, context, {
      name: 'person.signed-out-everywhere',
      subject: { type: 'person', id: context.actor.personId },
      particulars: { sessions: ended.length },
    })
  })

/** Ends every session of somebody whose address was being taken over, and voids the links on their way. */
export const signOutPerson = (context: Context, personId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (context.actor.kind !== 'system') throw new Forbidden('Done by the program alone')
    const now = machineClock.now()
    const ended = await revokeSessions(tx, { personId }, now)
    await voidRequests(tx, personId, now)
    await record(tx, context, {
      name: 'person.signed-out-everywhere',
      subject: { type: 'person', id: personId },
      particulars: { sessions: ended.length },
    })
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
