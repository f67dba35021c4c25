import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { startGroup } from '../../groups/index.ts'
import {
  periodOf,
  requireKeepsDate,
  requireSameVersion,
  requireSessionBecomes,
  type SessionStatus,
} from '../session.ts'
import { type LockedSession, setSessionStatus } from '../store.ts'
import { occupyTime, sessionToChange } from './change-session.ts'
import { tellOfChange } from './tell-everyone.ts'

type Move = { readonly to: SessionStatus; readonly event: string; readonly reason?: string; readonly isNews: boolean }

/** Gives a locked session its new state, in the history of the session and of its group. */
export const settle = async (tx: Transaction, context: Context, session: LockedSession, move: Move): Promise<void> => {
  requireSessionBecomes(session.status, move.to)
  await setSessionStatus(tx, session.id, move.to, { reason: move.reason ?? null, isNews: move.isNews })
  await occupyTime(tx, context, session.groupId, { ...session, status: move.to })
  await record(tx, context, {
    name: move.event,
    subject: { type: 'session', id: session.id },
    also: [{ type: 'group', id: session.groupId }],
    particulars: { number: session.number, on: session.onDate?.toString() ?? null },
    ...(move.reason ? { personal: { reason: move.reason } } : {}),
  })
}

type Settled = { readonly sessionId: string; readonly sequence?: number }

/** The date of a session is certain. Nobody is written to until everyone is told. */
export const confirmSession = (context: Context, input: Settled): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { session } = await sessionToChange(tx, context, input.sessionId)
    requireSameVersion(input.sequence, session.sequence)
    requireKeepsDate('confirmed', session)
    await settle(tx, context, session, { to: 'confirmed', event: 'session.confirmed', isNews: false })
  })

/** A session does not take place; those who were told of it get a cancellation, once each. */
export const cancelSession = (
  context: Context,
  input: Settled & { readonly reason: string },
): Promise<{ told: number }> =>
  transaction(context, async (tx, context) => {
    const { group, session } = await sessionToChange(tx, context, input.sessionId)
    requireSameVersion(input.sequence, session.sequence)
    if (input.reason.trim() === '') throw new Refused('Say why the session is cancelled.')
    await settle(tx, context, session, {
      to: 'cancelled',
      event: 'session.cancelled',
      reason: input.reason.trim(),
      isNews: true,
    })
    return { told: await tellOfChange(tx, context, group.id) }
  })

/** A cancelled session is planned again: provisional, the same session. */
export const takeUpSession = (context: Context, input: Settled): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { session } = await sessionToChange(tx, context, input.sessionId)
    requireSameVersion(input.sequence, session.sequence)
    await settle(tx, context, session, { to: 'provisional', event: 'session.taken-up', isNews: true })
  })

/** A session has taken place. The first one held starts a confirmed group. */
export const holdSession = (context: Context, sessionId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { group, session } = await sessionToChange(tx, context, sessionId)
    const period = periodOf(session)
    if (period && Temporal.Instant.compare(context.now, period.from) < 0)
      throw new Refused('This session has not begun yet.')
    await settle(tx, context, session, { to: 'held', event: 'session.held', isNews: false })
    if (group.status === 'confirmed') await startGroup(context, group.id)
  })
