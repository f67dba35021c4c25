import { Refused } from '../../platform/errors.ts'
import { formatMoney, type Pence } from '../../vocabulary/money.ts'
import type { ChargeStatus } from './charge.ts'

/** Money that came or went for a charge: a payment, one that was noted by mistake, or what is paid back. */
export const paymentKinds = ['payment', 'payment_taken_back', 'refund'] as const
export type PaymentKind = (typeof paymentKinds)[number]

export type PaymentState = {
  readonly status: ChargeStatus
  /** What is still owed; less than nothing where more was paid than is asked for. */
  readonly owed: Pence
  /** What was paid and neither taken back nor paid back. */
  readonly paid: Pence
}

/** What kinds can be noted of a charge as it stands, each with the most that it can be. */
export const mostOf = ({ status, owed, paid }: PaymentState): Readonly<Partial<Record<PaymentKind, Pence>>> => ({
  // Somebody may pay too much: it is noted as it came, and what is over is paid back.
  ...(status === 'confirmed' || status === 'paid' ? { payment: mostAtOnce } : {}),
  ...(paid > 0 ? { payment_taken_back: paid } : {}),
  ...(owed < 0 && paid > 0 ? { refund: Math.min(paid, -owed) } : {}),
})

export const mostAtOnce = 10_000_000

export const requirePayment = (state: PaymentState, kind: PaymentKind, pence: Pence): void => {
  const most = mostOf(state)[kind]
  if (most === undefined)
    throw new Refused(
      kind === 'refund'
        ? 'Nothing is to be paid back: no more was paid than is asked for.'
        : 'No payment can be noted of this charge as it stands.',
    )
  if (pence > most) throw new Refused(`It can be at most ${formatMoney(most)}.`)
}

/** Where a charge stands after money has come or gone: it is paid once nothing is owed any more. */
export const statusAfter = (status: ChargeStatus, owed: Pence): ChargeStatus => {
  if (status !== 'confirmed' && status !== 'paid') return status
  return owed > 0 ? 'confirmed' : 'paid'
}

/** How a charge stands with what was paid, in a word or two. */
export const standingInWords = (status: ChargeStatus, amount: Pence, owed: Pence): string | null => {
  if (status === 'confirmed' && owed < amount) return `${formatMoney(owed)} still owed`
  return owed < 0 ? `${formatMoney(-owed)} to pay back` : null
}
