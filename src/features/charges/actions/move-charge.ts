import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import type { Actor } from '../../../vocabulary/actor.ts'
import { type EntryKind, enter, owedFor } from '../../ledger/index.ts'
import { isAtHub, personIdOf } from '../../people/index.ts'
import { type ChargeStatus, isRestingOnMark, needsReason, requireChargeBecomes } from '../charge.ts'
import { type ChargeSeen, chargeById, chargeOfHub, payerOfPlace } from '../charge-queries.ts'
import { chargeConfirmedLetter, chargeDroppedLetter } from '../emails/charge.email.ts'
import { mayMoveCharge } from '../policy.ts'
import { participationById } from '../queries.ts'
import { lockCharge, setChargeStatus } from '../store.ts'

type Move = { readonly chargeId: string; readonly to: ChargeStatus; readonly reason: string | null }

/** Decides about a charge: confirm, note as paid, waive or credit (with a reason). None is confirmed without a person (domain rule 7). */
export const moveCharge = (context: Context, input: Move): Promise<void> =>
  transaction(context, async (tx, context) => {
    const charge = await lockedInSight(tx, context, input.chargeId)
    const reason = input.reason?.trim() || null
    requireMove(context.actor, charge, input.to, reason)
    await enterMove(tx, context, charge, input.to)
    await setChargeStatus(tx, input.chargeId, {
      status: input.to,
      reason,
      by: personIdOf(context.actor) ?? '',
      now: context.now,
    })
    await record(tx, context, {
      name: `charge.${input.to}`,
      subject: { type: 'charge', id: charge.id },
      also: [{ type: 'place', id: charge.place_id }],
      particulars: { from: charge.status, pence: charge.amount_pence },
      ...(reason ? { personal: { reason } } : {}),
    })
    await tellPayer(tx, context, charge, input.to)
  })

/**
 * Takes back a charge whose register was corrected: what was only proposed is withdrawn, what a person had confirmed is credited, and
 * who was told of it is told again. Nobody decides it: it follows from the register. One that is asked for no longer stays as it is.
 */
export const takeBackCharge = (
  context: Context,
  { chargeId, reason }: { readonly chargeId: string; readonly reason: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    await lockCharge(tx, chargeId)
    const { hub_id: hubId } = found(await chargeById(tx, chargeId))
    const charge = found(await chargeOfHub({ db: tx }, hubId, chargeId))
    if (charge.status === 'waived' || charge.status === 'credited') return
    const to = charge.status === 'proposed' ? 'waived' : 'credited'
    await enterMove(tx, context, charge, to)
    await setChargeStatus(tx, chargeId, { status: to, reason, by: null, now: context.now })
    await record(tx, context, {
      name: 'charge.taken-back',
      subject: { type: 'charge', id: chargeId },
      also: [
        { type: 'place', id: charge.place_id },
        { type: 'session', id: charge.session_id },
      ],
      particulars: { from: charge.status, to, pence: charge.amount_pence, because: 'register corrected' },
    })
    await tellPayer(tx, context, charge, to)
  })

/** A charge of the actor's own hub, locked; to everybody but the staff of its hub there is no such charge (domain rule 9). */
export const lockedInSight = async (tx: Transaction, context: Context, chargeId: string): Promise<ChargeSeen> => {
  const known = found(await chargeById(tx, chargeId))
  found(isAtHub(context.actor, known.hub_id) ? known : null)
  await lockCharge(tx, chargeId)
  return found(await chargeOfHub({ db: tx }, known.hub_id, chargeId))
}

export const requireMove = (actor: Actor, charge: ChargeSeen, to: ChargeStatus, reason: string | null): void => {
  if (!mayMoveCharge(actor, charge.hub_id, to)) throw new Forbidden('Only a lead of the hub waives or credits a charge')
  requireChargeBecomes(charge.status, to)
  if (needsReason(to) && reason === null) throw new Refused('Say why, so that it can be read later.')
  if (to === 'confirmed') requireStillStanding(charge)
}

// A mark that has been corrected since, or is disputed, carries no charge.
const requireStillStanding = (charge: ChargeSeen): void => {
  if (isRestingOnMark(charge)) return
  throw new Refused(
    'The register has been corrected since: the mark this charge rests on stands no longer. Waive the charge instead.',
  )
}

const entered: Readonly<Partial<Record<ChargeStatus, EntryKind>>> = {
  confirmed: 'charged',
  waived: 'waived',
  credited: 'credited',
  paid: 'payment',
}

// What was only proposed is in nobody's account.
const enterMove = async (tx: Transaction, context: Context, charge: ChargeSeen, to: ChargeStatus): Promise<void> => {
  const kind = entered[to]
  if (kind === undefined || (charge.status === 'proposed' && to === 'waived')) return
  const owed = to === 'paid' ? ((await owedFor(tx, [charge.id])).get(charge.id) ?? 0) : charge.amount_pence
  if (owed > 0) await enter(context, { about: { chargeId: charge.id }, kind, pence: owed })
}

const tellPayer = async (tx: Transaction, context: Context, charge: ChargeSeen, to: ChargeStatus): Promise<void> => {
  const isDropped = (to === 'waived' || to === 'credited') && charge.status !== 'proposed'
  if (to !== 'confirmed' && !isDropped) return
  const payer = await payerOfPlace(tx, charge.place_id, charge.participant_id)
  const who = await participationById(tx, charge.participant_id)
  if (!payer?.address || !who) return
  const told = {
    ...who,
    name: payer.name,
    participant: charge.participant,
    cause: charge.cause,
    amountPence: charge.amount_pence,
    evidence: charge.evidence,
  }
  const letter =
    to === 'confirmed'
      ? chargeConfirmedLetter(told)
      : chargeDroppedLetter({ ...told, status: to === 'waived' ? 'waived' : 'credited' })
  // Confirmed again after that was undone, it is another letter.
  const key = `charge:${charge.id}:${to}${charge.status === 'proposed' ? `:${context.now}` : ''}`
  await post(tx, context, { address: payer.address, personId: payer.personId }, letter, key)
}
