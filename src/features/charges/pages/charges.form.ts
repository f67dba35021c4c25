import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { parseMoney } from '../../../vocabulary/money.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'
import {
  type ChargeCause,
  type ChargeFilter,
  causeLabels,
  chargeStatuses,
  isChargeStatus,
  needsReason,
} from '../charge.ts'
import { isDecision } from '../charge-act.ts'
import { mostAtOnce, paymentKinds } from '../payment.ts'

const mostWords = 1000
const reasonText = z
  .string()
  .trim()
  .max(mostWords, 'Use 1,000 characters or fewer')
  .optional()
  .transform((text) => text || null)

/** A decision about a charge; waiving and crediting need a reason. */
export const decisionForm = z
  .object({ decision: z.enum(chargeStatuses, 'Choose what to do'), reason: reasonText })
  .superRefine(({ decision, reason }, check) => {
    if (needsReason(decision) && reason === null) {
      check.addIssue({ code: 'custom', path: ['reason'], message: 'Say why, so that it can be read later' })
    }
  })

/** The same about several charges. */
export const actForm = z
  .object({ decision: z.string('Choose what to do').refine(isDecision, 'Choose what to do'), reason: reasonText })
  .superRefine(({ decision, reason }, check) => {
    if (decision === 'waived' && reason === null)
      check.addIssue({ code: 'custom', path: ['reason'], message: 'Say why, so that it can be read later' })
  })

/** Money that came or went, as it is typed. */
export const paymentForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((typed: Typed, check) => {
    const issue = (field: string, message: string) => check.addIssue({ code: 'custom', path: [field], message })
    const kind = paymentKinds.find((each) => each === typedText(typed, 'kind'))
    const pence = parseMoney(typedText(typed, 'amount'))
    const onDate = dateFromParts(typedText(typed, 'on-day'), typedText(typed, 'on-month'), typedText(typed, 'on-year'))
    const note = typedText(typed, 'note')
    if (kind === undefined) issue('kind', 'Choose what it is')
    if (pence === null || pence <= 0 || pence > mostAtOnce)
      issue('amount', 'Enter the amount in pounds, like 75 or 37.50')
    if (onDate === null) issue('on', 'Enter the date as 17 11 2021')
    if (kind === 'payment_taken_back' && note === '') issue('note', 'Say what the mistake was')
    if (note.length > 200) issue('note', 'Use 200 characters or fewer')
    const seen = typedText(typed, 'seen')
    return {
      kind: kind ?? 'payment',
      pence: pence ?? 0,
      onDate: onDate ?? Temporal.PlainDate.from('1970-01-01'),
      note: note || null,
      seen: /^\d{1,6}$/.test(seen) ? Number(seen) : -1,
    }
  })

export const isCause = (text: string): text is ChargeCause => Object.hasOwn(causeLabels, text)

/** What the address of the list asks for; what it cannot mean is left out. */
export const filterOf = (query: URLSearchParams): ChargeFilter => {
  const [status, cause] = [query.get('status') ?? '', query.get('cause') ?? '']
  return {
    status: isChargeStatus(status) ? status : null,
    cause: isCause(cause) ? cause : null,
    claimed: query.get('claimed') === 'yes',
    words: (query.get('q') ?? '').trim().slice(0, 100),
  }
}
