import { typedText } from '../../../platform/forms.ts'
import { parseEmail } from '../../../vocabulary/email-address.ts'
import type { FieldError, Parsed, Typed } from '../../../vocabulary/form.ts'
import { isPostKind, type PostKind } from '../../../vocabulary/posts.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'
import { longestNeeds } from '../../places/index.ts'
import { longestReason } from '../successor.ts'

const longestName = 200

export type PersonTyped = {
  readonly name: string
  readonly email: string
  readonly post: PostKind
  readonly needs: string | null
}

/** Who follows, as it was typed. */
export const personIn = (body: Typed): Parsed<PersonTyped> => {
  const [name, post] = [typedText(body, 'name').trim(), typedText(body, 'post')]
  const needs = typedText(body, 'needs').trim()
  const email = parseEmail(typedText(body, 'email').trim())
  const problems: readonly (FieldError | false)[] = [
    name === '' && { field: 'name', message: 'Enter the name of who follows' },
    name.length > longestName && { field: 'name', message: `Use at most ${longestName} characters` },
    email === null && { field: 'email', message: 'Enter an email address like name@school.example' },
    needs.length > longestNeeds && { field: 'needs', message: `Use at most ${longestNeeds} characters` },
    !isPostKind(post) && { field: 'post', message: 'Choose what they do' },
  ]
  const errors = problems.filter((problem) => problem !== false)
  if (errors.length > 0 || email === null || !isPostKind(post)) return { ok: false, errors, typed: body }
  return { ok: true, value: { name, email, post, needs: needs || null } }
}

/** A reason as it was typed; wanted, it is asked for with the words given. */
export const reasonIn = (body: Typed, field: string, wanted: string | null): Parsed<string> => {
  const reason = typedText(body, field).trim()
  if (wanted !== null && reason === '') return { ok: false, errors: [{ field, message: wanted }], typed: body }
  return reason.length > longestReason
    ? { ok: false, errors: [{ field, message: `Use at most ${longestReason} characters` }], typed: body }
    : { ok: true, value: reason }
}

/** The day by which a successor is named, as it was typed: today or later. */
export const dayIn = (body: Typed, today: Temporal.PlainDate): Parsed<Temporal.PlainDate> => {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => typedText(body, `by-${part}`).trim())
  const by = dateFromParts(day, month, year)
  return by && Temporal.PlainDate.compare(by, today) >= 0
    ? { ok: true, value: by }
    : { ok: false, errors: [{ field: 'by-day', message: 'Enter the day as 17 11 2021, today or later' }], typed: body }
}

/** Whether somebody may follow, and why, as it was typed. */
export const exceptionIn = (body: Typed): Parsed<{ readonly granted: boolean; readonly reason: string }> => {
  const typed = typedText(body, 'granted')
  const reason = reasonIn(body, 'answer', 'Say why: the school and the leads read it')
  const chosen = typed === 'yes' || typed === 'no'
  if (chosen && reason.ok) return { ok: true, value: { granted: typed === 'yes', reason: reason.value } }
  const errors = [
    ...(chosen ? [] : [{ field: 'granted', message: 'Choose whether somebody may follow' }]),
    ...(reason.ok ? [] : reason.errors),
  ]
  return { ok: false, errors, typed: body }
}
