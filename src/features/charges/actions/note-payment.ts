import { type Context, transaction } from '../../../platform/context.ts'
import { Conflict, Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { formatMoney, type Pence } from '../../../vocabulary/money.ts'
import { enter, entriesOf } from '../../ledger/index.ts'
import { personIdOf } from '../../people/index.ts'
import { paymentStateOf } from '../deciding-queries.ts'
import { type PaymentKind, type PaymentState, requirePayment, statusAfter } from '../payment.ts'
import { mayMoveCharge } from '../policy.ts'
import { setChargeStatus } from '../store.ts'
import { lockedInSight } from './move-charge.ts'

export type Payment = {
  readonly chargeId: string
  readonly kind: PaymentKind
  readonly pence: Pence
  readonly onDate: Temporal.PlainDate
  /** What the bank or the school says of it, or why it was a mistake. */
  readonly note: string | null
  /** How many entries there were when the form was opened: one payment that is sent twice is noted once. */
  readonly seen: number
}

/** Notes money that came for a charge, in whole, in part or too much; that was noted by mistake; or that was paid back. */
export const notePayment = (context: Context, input: Payment): Promise<void> =>
  transaction(context, async (tx, context) => {
    const charge = await lockedInSight(tx, context, input.chargeId)
    if (!mayMoveCharge(context.actor, charge.hub_id, 'paid')) throw new Forbidden('Staff of the hub note what was paid')
    const state = await paymentStateOf(tx, charge)
    await requireAsSeen(await entriesOf(tx, { chargeId: charge.id }), input)
    requirePayment(state, input.kind, input.pence)
    if (Temporal.PlainDate.compare(input.onDate, context.today) > 0)
      throw new Refused('The day it was paid cannot be still to come.')
    await enter(context, { about: { chargeId: charge.id }, kind: input.kind, pence: input.pence, onDate: input.onDate })
    const owed = owedAfter(state, input)
    const status = statusAfter(charge.status, owed)
    if (status !== charge.status) {
      const by = personIdOf(context.actor) ?? ''
      await setChargeStatus(tx, charge.id, { status, reason: charge.status_reason, by, now: context.now })
    }
    await record(tx, context, {
      name: 'charge.payment-noted',
      subject: { type: 'charge', id: charge.id },
      also: [{ type: 'place', id: charge.place_id }],
      particulars: { kind: input.kind, pence: input.pence, on: input.onDate.toString(), owed, status },
      ...(input.note ? { personal: { reason: input.note } } : {}),
    })
  })

const owedAfter = ({ owed }: PaymentState, { kind, pence }: Payment): Pence =>
  kind === 'payment' ? owed - pence : owed + pence

const requireAsSeen = async (entries: readonly { readonly pence: number }[], { seen }: Payment): Promise<void> => {
  const last = entries.at(-1)
  if (entries.length !== seen && last)
    throw new Conflict(
      `Something was entered for this charge since you opened it, the latest ${formatMoney(last.pence)}. Look at it first.`,
    )
}
