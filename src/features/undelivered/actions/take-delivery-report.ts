import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import {
  type DeliveryReport,
  faultOf,
  markFailing,
  noteReturned,
  type ReportedDelivery,
} from '../../../platform/mail/index.ts'
import { messageReported } from '../queries.ts'
import { noteFailing } from './note-failing.ts'

export type ReportTaken = 'address-fails' | 'tried-again' | 'mail-failed' | 'known-already' | 'nothing-to-do'

/**
 * Takes what a mail server reports of a mail that was sent from here (RFC 3464). One that failed because of its address marks the
 * address; one that failed for the time being is sent again some hours later, up to three times.
 */
export const takeDeliveryReport = (context: Context, report: DeliveryReport): Promise<ReportTaken> =>
  transaction(context, async (tx, context) => {
    if (context.actor.kind !== 'system') throw new Forbidden('Only the operator hands reports of mail servers in')
    const message = await messageReported(tx, report)
    if (!message) throw new Refused('It is not about a mail that was sent from here and is still kept.')
    const failed = failureOf(report.deliveries, message.address)
    return failed ? notedAs(tx, context, message, failed) : 'nothing-to-do'
  })

// A report may tell of several addresses: where it names ours, only what it says of ours counts.
const failureOf = (deliveries: readonly ReportedDelivery[], address: string): ReportedDelivery | undefined => {
  const ours = deliveries.filter(({ to }) => to.includes(address.toLowerCase()))
  return (ours.length > 0 ? ours : deliveries).find(({ action }) => action === 'failed')
}

const notedAs = async (
  tx: Transaction,
  context: Context,
  message: { readonly id: string; readonly address: string },
  { status, said }: ReportedDelivery,
): Promise<ReportTaken> => {
  const fault = faultOf(status)
  const became = await noteReturned(tx, message.id, { said: said || status, mayPass: fault === 'passing' }, context.now)
  if (became === 'known') return 'known-already'
  await record(tx, context, {
    name: 'delivery-report.taken',
    subject: { type: 'message', id: message.id },
    particulars: { status },
  })
  if (became === 'again') return 'tried-again'
  if (fault === 'other') return 'mail-failed'
  const failure = { address: message.address, status: fault === 'address' ? status : givenUp, said }
  await markFailing(tx, failure, context.now)
  await noteFailing(context)
  return 'address-fails'
}

// Delivery time expired (RFC 3463): a fault that might have passed and did not.
const givenUp = '5.4.7'
