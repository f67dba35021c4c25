import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, NotFound } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { lockGroup } from '../../groups/index.ts'
import { isMoved, requireKeepsDate, requireSameVersion } from '../session.ts'
import { freeLeads, type LockedSession, lockSession } from '../store.ts'
import { changeLocked, type MoveSessionInput, requireMayPlan } from './change-session.ts'
import { settle } from './settle-session.ts'
import { tellAll, tellOfChange } from './tell-everyone.ts'

type Which = Pick<MoveSessionInput, 'sessionId' | 'sequence'>

const lockOne = async (tx: Transaction, groupId: string, { sessionId, sequence }: Which): Promise<LockedSession> => {
  const session = found(await lockSession(tx, sessionId))
  if (session.groupId !== groupId) throw new NotFound('A session of another group')
  requireSameVersion(sequence, session.sequence)
  return session
}

const moveAll = async (
  tx: Transaction,
  context: Context,
  groupId: string,
  moves: readonly MoveSessionInput[],
): Promise<number> => {
  const locked = []
  for (const move of moves) locked.push({ session: await lockOne(tx, groupId, move), details: move.details })
  // Sessions that change places with each other would each find the other's time taken.
  for (const { session, details } of locked)
    if (isMoved(session, { ...session, ...details })) await freeLeads(tx, session.id)
  let moved = 0
  for (const { session, details } of locked) if (await changeLocked(tx, context, session, details)) moved += 1
  return moved
}

/** Moves several sessions of a group at once: each stays the same session, and whoever was told hears of all of it in one mail (domain rule 8). */
export const rearrangeSessions = (
  context: Context,
  input: { readonly groupId: string; readonly moves: readonly MoveSessionInput[] },
): Promise<{ readonly moved: number; readonly told: number }> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    requireMayPlan(context, group)
    const moved = await moveAll(tx, context, group.id, input.moves)
    if (moved === 0) return { moved, told: 0 }
    const told = await tellOfChange(tx, context, group.id)
    await record(tx, context, {
      name: 'sessions.rearranged',
      subject: { type: 'group', id: group.id },
      particulars: { sessions: moved, told },
    })
    return { moved, told }
  })

/** The dates of several provisional sessions are certain, together; if asked, everyone is told at once, one mail each. */
export const confirmDates = (
  context: Context,
  input: { readonly groupId: string; readonly sessions: readonly Which[]; readonly tell: boolean },
): Promise<{ readonly confirmed: number; readonly told: number }> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    requireMayPlan(context, group)
    let confirmed = 0
    for (const which of input.sessions) {
      const session = await lockOne(tx, group.id, which)
      // Sent twice, it is confirmed once.
      if (session.status === 'confirmed') continue
      requireKeepsDate('confirmed', session)
      await settle(tx, context, session, { to: 'confirmed', event: 'session.confirmed', isNews: false })
      confirmed += 1
    }
    const told = input.tell ? await tellAll(tx, context, group.id) : 0
    if (confirmed > 0)
      await record(tx, context, {
        name: 'sessions.confirmed',
        subject: { type: 'group', id: group.id },
        particulars: { sessions: confirmed, told },
      })
    return { confirmed, told }
  })
