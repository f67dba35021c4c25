import type { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { dateFromParts, parseTime } from '../../../vocabulary/typed-date.ts'

export type Check = z.RefinementCtx

export const issue = (check: Check, field: string, message: string): null => {
  check.addIssue({ code: 'custom', path: [field], message })
  return null
}

const partsOf = (typed: Typed, name: string) =>
  [typedText(typed, `${name}-day`), typedText(typed, `${name}-month`), typedText(typed, `${name}-year`)] as const

/** A date typed in three boxes; null when they are empty or there is no such date. */
export const typedDate = (typed: Typed, name: string, check: Check): Temporal.PlainDate | null => {
  const parts = partsOf(typed, name)
  if (parts.every((part) => part === '')) return null
  return (
    dateFromParts(...parts) ??
    issue(check, name, 'There is no such date. Enter it as 17 11 2021, or leave it empty while it is not known')
  )
}

export const typedTime = (typed: Typed, name: string, check: Check): Temporal.PlainTime | null => {
  const time = typedText(typed, name)
  return time === '' ? null : (parseTime(time) ?? issue(check, name, 'Enter the time as 9:30am or 14:30'))
}

/** A text of several lines; null when it is empty. */
export const typedLines = (typed: Typed, name: string, check: Check, most = 4000): string | null => {
  const text = typedText(typed, name).replaceAll('\r\n', '\n')
  if (text.length > most) issue(check, name, `Use at most ${most.toLocaleString('en-GB')} characters`)
  return text || null
}

/** An address of the web; null when it is empty. */
export const typedAddress = (typed: Typed, name: string, check: Check): string | null => {
  const text = typedText(typed, name)
  if (text === '') return null
  const address = URL.canParse(text) ? new URL(text) : null
  if (address && /^https?:$/.test(address.protocol) && text.length <= 500) return address.href
  return issue(check, name, 'Enter the whole address, beginning with https://')
}

export const dateTyped = (name: string, date: Temporal.PlainDate | null): Typed =>
  date === null
    ? {}
    : { [`${name}-day`]: String(date.day), [`${name}-month`]: String(date.month), [`${name}-year`]: String(date.year) }
