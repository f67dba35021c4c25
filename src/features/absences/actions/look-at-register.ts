import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import { localInstant } from '../../../vocabulary/local-time.ts'
import { agreedAt, isUnagreedMove, participationById, proposeCharge, takeBackCharge } from '../../charges/index.ts'
import { isClosedAt, registerClosesAfter } from '../../registers/index.ts'
import { isCorrected, whyTakenBack } from '../absence.ts'
import { type Absence, chargedOfSession, registersDue, unexcusedAbsences } from '../queries.ts'
import { awaitClosing, awaitNoLonger, lockSession } from '../store.ts'

type Came = { readonly proposed: number; readonly takenBack: number }

/**
 * What a register comes to. While it is open nothing follows from it. Once it has closed, a charge is proposed for each who did not
 * come and gave no notice; one that rested on a mark which has been corrected since is taken back. Looked at twice it is the same.
 */
export const lookAtRegister = (context: Context, sessionId: string): Promise<Came> =>
  transaction(context, async (tx, context) => {
    const session = await lockSession(tx, sessionId)
    if (!session?.onDate || !session.startsAt || session.status === 'cancelled') {
      await awaitNoLonger(tx, sessionId)
      return { proposed: 0, takenBack: 0 }
    }
    if (!isClosedAt(session, context.now)) {
      await awaitClosing(tx, sessionId, registerClosesAfter(session.onDate))
      return { proposed: 0, takenBack: 0 }
    }
    const { numDeletedRows: waited } = await awaitNoLonger(tx, sessionId)
    const takenBack = await takeBackCorrected(tx, context, sessionId)
    let proposed = 0
    for (const absence of await unexcusedAbsences(tx, sessionId))
      proposed += (await proposeFor(tx, context, absence)) ? 1 : 0
    if (waited > 0n)
      await record(tx, context, {
        name: 'register.closed',
        subject: { type: 'session', id: sessionId },
        particulars: { proposed },
      })
    return { proposed, takenBack }
  })

/** Looks at each register that has closed since: only now is a charge proposed for who did not come. */
export const closeRegisters = async (context: Context): Promise<number> => {
  let proposed = 0
  for (const sessionId of await registersDue(context.db, context.today))
    proposed += (await lookAtRegister(context, sessionId)).proposed
  return proposed
}

const takeBackCorrected = async (tx: Transaction, context: Context, sessionId: string): Promise<number> => {
  const corrected = (await chargedOfSession(tx, sessionId)).filter(isCorrected)
  for (const { charge } of corrected) await takeBackCharge(context, { chargeId: charge.id, reason: whyTakenBack })
  return corrected.length
}

// Where they had agreed to the date as it stood, and the policy they agreed to charges for it.
const proposeFor = async (tx: Transaction, context: Context, absence: Absence): Promise<boolean> => {
  const who = await participationById(tx, absence.participant_id ?? '')
  const policy = who?.policy
  if (!who || !policy?.chargesNonAttendance || policy.amountPence === 0 || !absence.on_date || !absence.starts_at)
    return false
  const isSubstitute = absence.mark === 'substitute'
  if (isSubstitute && policy.substituteAllowed) return false
  // A date that the hub moved and nobody agreed to binds nobody (domain rule 12).
  if (isUnagreedMove({ movedAt: absence.moved_at, agreedAt: agreedAt(absence.agreed_at, who.heldAt) })) return false
  const session = {
    id: absence.session_id,
    startsAt: localInstant(absence.on_date, absence.starts_at),
    sequence: absence.sequence,
    mode: absence.mode,
  }
  const evidence = { markId: absence.id, mark: isSubstitute ? ('substitute' as const) : ('absent' as const) }
  const cause = { cause: 'non_attendance' as const, policy, session, freeUntil: null, noticeGivenAt: null }
  return (await proposeCharge(tx, context, who, { ...cause, ...evidence })) !== null
}
