import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { parseMoney } from '../../../vocabulary/money.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'
import { grantStatuses, isGrantStatus, needsReason } from '../grant.ts'
import { type GrantRule, grantKinds, grantPers, grantPhases, grantRuleRefusal } from '../grant-rule.ts'

type Check = z.RefinementCtx
const formOf = <T>(read: (typed: Typed, check: Check) => T) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform(read)
const issue = (check: Check, field: string, message: string): void => {
  check.addIssue({ code: 'custom', path: [field], message })
}

const moneyOf = (typed: Typed, check: Check): number => {
  const pence = parseMoney(typedText(typed, 'amount'))
  if (pence !== null && pence > 0) return pence
  issue(check, 'amount', 'Enter the amount in pounds, like 1000 or 187.50')
  return 0
}

const dayOf = (typed: Typed, check: Check): Temporal.PlainDate => {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => typedText(typed, `on-${part}`))
  const date = dateFromParts(day ?? '', month ?? '', year ?? '')
  if (date === null) issue(check, 'on', 'Enter the date as 17 11 2021')
  return date ?? Temporal.PlainDate.from('1970-01-01')
}

/** A decision about a grant; what is taken away needs a reason, what was paid a day. */
export const grantForm = formOf((typed, check) => {
  const decision = grantStatuses.find((status) => status === typedText(typed, 'decision')) ?? null
  const reason = typedText(typed, 'reason')
  if (decision === null) issue(check, 'decision', 'Choose what to do')
  if (decision !== null && needsReason(decision) && reason === '')
    issue(check, 'reason', 'Say why, so that it can be read later')
  if (reason.length > 1000) issue(check, 'reason', 'Use 1,000 characters or fewer')
  const onDate = decision === 'paid' ? dayOf(typed, check) : null
  return { decision: decision ?? ('due' as const), reason: reason || null, onDate }
})

/** What came back of a grant that was clawed back. */
export const repaymentForm = formOf((typed, check) => {
  const owed = typedText(typed, 'owed')
  return {
    pence: moneyOf(typed, check),
    onDate: dayOf(typed, check),
    owed: /^\d{1,9}$/.test(owed) ? Number(owed) : -1,
  }
})

const countOf = (typed: Typed, name: string, check: Check): number => {
  const text = typedText(typed, name)
  if (text === '') return 0
  if (/^\d{1,2}$/.test(text)) return Number(text)
  issue(check, name, 'Enter a number from 0 to 99, or leave it empty')
  return 0
}

/** A version of a rule of what is granted, as it is typed. */
export const grantRuleForm = formOf((typed, check) => {
  const kind = grantKinds.find((each) => each === typedText(typed, 'kind'))
  const per = grantPers.find((each) => each === typedText(typed, 'per'))
  const name = typedText(typed, 'name').replaceAll(/\s+/g, ' ').slice(0, 100)
  if (name === '') issue(check, 'name', 'Enter a name for the rule')
  if (kind === undefined) issue(check, 'kind', 'Choose what it is for')
  if (per === undefined) issue(check, 'per', 'Choose how the amount is counted')
  const rule: Omit<GrantRule, 'id' | 'version'> = {
    name,
    kind: kind ?? 'participation',
    deliveryModel: typedText(typed, 'model') === 'community' ? 'community' : null,
    phase: grantPhases.find((each) => each === typedText(typed, 'phase')) ?? null,
    firstYearOnly: typedText(typed, 'first_year') === 'yes',
    amountPence: moneyOf(typed, check),
    per: per ?? 'once',
    leastSessions: countOf(typed, 'least_sessions', check),
    leastDays: countOf(typed, 'least_days', check),
  }
  const refusal = rule.amountPence > 0 && name !== '' ? grantRuleRefusal(rule) : null
  if (refusal !== null) issue(check, 'amount', refusal)
  const seen = typedText(typed, 'version')
  return {
    rule,
    seenVersion: /^\d{1,6}$/.test(seen) ? Number(seen) : 0,
    stopped: typedText(typed, 'stopped') === 'yes',
  }
})

/** What the address of the list asks for; what it cannot mean is left out. */
export const grantFilterOf = (query: URLSearchParams) => {
  const status = query.get('status') ?? ''
  return {
    status: isGrantStatus(status) ? status : null,
    kind: grantKinds.find((each) => each === query.get('kind')) ?? null,
    words: (query.get('q') ?? '').trim().slice(0, 100),
  }
}
