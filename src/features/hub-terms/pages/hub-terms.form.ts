import { z } from 'zod'
import { typedList, typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { parseMoney } from '../../../vocabulary/money.ts'
import type { NoticeRule } from '../../../vocabulary/notice.ts'
import { parsePostcode } from '../../../vocabulary/postcode.ts'
import {
  highestChargePence,
  longestReason,
  mostNoticeDays,
  mostReasons,
  type PolicyTerms,
  policyRefusal,
  wordingRefusal,
} from '../policy-terms.ts'
import type { VenueTerms } from '../venue-terms.ts'

type Check = z.RefinementCtx
const formOf = <T>(read: (typed: Typed, check: Check) => T) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform(read)

const issue = (check: Check, field: string, message: string): null => {
  check.addIssue({ code: 'custom', path: [field], message })
  return null
}

type Line = { readonly missing?: string; readonly most: number }

const textOf = (typed: Typed, name: string, check: Check, { missing, most }: Line): string => {
  const text = typedText(typed, name).replaceAll('\r\n', '\n')
  if (text === '' && missing) issue(check, name, missing)
  if (text.length > most) issue(check, name, `Use at most ${most.toLocaleString('en-GB')} characters`)
  return text
}

const amountOf = (typed: Typed, check: Check): number => {
  const pence = parseMoney(typedText(typed, 'amount'))
  if (pence !== null && pence >= 0 && pence <= highestChargePence) return pence
  issue(check, 'amount', 'Enter the charge in pounds, like 75 or 12.50; 0 where nothing is charged')
  return 0
}

const daysOf = (typed: Typed, name: 'days' | 'online_days', check: Check): number => {
  const text = typedText(typed, name)
  const days = /^\d{1,3}$/.test(text) ? Number(text) : -1
  if (days >= 0 && days <= mostNoticeDays) return days
  issue(check, name, `Enter a number of days from 0 to ${mostNoticeDays}`)
  return 0
}

const onlineNoticeOf = (typed: Typed, check: Check): NoticeRule | null => {
  const kind = typedText(typed, 'online_kind')
  return kind === 'calendar' || kind === 'working' ? { days: daysOf(typed, 'online_days', check), kind } : null
}

const capOf = (typed: Typed, check: Check): PolicyTerms['cap'] => {
  const of = typedText(typed, 'cap_of')
  if (of !== 'place' && of !== 'organisation') return null
  const pence = parseMoney(typedText(typed, 'cap'))
  if (pence !== null && pence > 0) return { pence, of }
  issue(check, 'cap', 'Enter the most that is charged in pounds, like 225')
  return null
}

const reasonsOf = (typed: Typed, check: Check): readonly string[] => {
  const lines = typedText(typed, 'exempt_reasons')
    .split(/\r?\n/)
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '')
  if (lines.length > mostReasons) issue(check, 'exempt_reasons', `Name at most ${mostReasons} reasons`)
  if (lines.some((line) => line.length > longestReason))
    issue(check, 'exempt_reasons', `Use at most ${longestReason} characters for each reason`)
  return [...new Set(lines)]
}

/** A version of a policy as a hub lead types it. */
export const policyForm = formOf((typed, check): PolicyTerms => {
  const causes = typedList(typed, 'causes')
  const kind = typedText(typed, 'kind')
  const per = typedText(typed, 'per')
  if (kind !== 'calendar' && kind !== 'working') issue(check, 'kind', 'Choose how the days are counted')
  if (per !== 'session' && per !== 'place') issue(check, 'per', 'Choose whether each session is charged')
  const terms = {
    name: textOf(typed, 'name', check, { missing: 'Enter a name for the policy', most: 100 }).replaceAll(/\s+/g, ' '),
    amountPence: amountOf(typed, check),
    noticeDays: daysOf(typed, 'days', check),
    noticeKind: kind === 'working' ? ('working' as const) : ('calendar' as const),
    chargesLateCancellation: causes.includes('late'),
    chargesNonAttendance: causes.includes('absent'),
    perSession: per !== 'place',
    onlineNotice: onlineNoticeOf(typed, check),
    exemptReasons: reasonsOf(typed, check),
    substituteAllowed: typedText(typed, 'substitute') !== 'no',
    cap: capOf(typed, check),
    wording: textOf(typed, 'wording', check, { missing: 'Enter the policy in your own words', most: 5000 }),
  }
  if (terms.name !== '' && terms.wording !== '') {
    const refusal = policyRefusal(terms)
    if (refusal !== null) issue(check, 'causes', refusal)
    const unsaid = wordingRefusal(terms)
    if (unsaid !== null) issue(check, 'wording', unsaid)
  }
  return terms
})

/** A venue as staff of a hub type it. */
export const venueForm = formOf((typed, check): VenueTerms => {
  const typedPostcode = typedText(typed, 'postcode')
  const postcode = typedPostcode === '' ? null : parsePostcode(typedPostcode)
  if (typedPostcode !== '' && postcode === null) issue(check, 'postcode', 'Enter a full postcode, like W3 9PP')
  const name = textOf(typed, 'name', check, { missing: 'Enter the name of the venue', most: 200 })
  return {
    name,
    shortName: textOf(typed, 'short_name', check, { most: 60 }) || name.slice(0, 60),
    address: textOf(typed, 'address', check, { missing: 'Enter the address', most: 500 }),
    postcode,
    practicalNotes: textOf(typed, 'notes', check, { most: 2000 }) || null,
    room: textOf(typed, 'room', check, { most: 300 }) || null,
    parking: textOf(typed, 'parking', check, { most: 300 }) || null,
    wayIn: textOf(typed, 'way_in', check, { most: 300 }) || null,
    lunch: textOf(typed, 'lunch', check, { most: 300 }) || null,
  }
})
