import { z } from 'zod'
import { parseEmail, suggestEmail } from '../../../vocabulary/email-address.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { isPostKind, type PostKind } from '../../../vocabulary/posts.ts'
import { parseTeacherReferenceNumber } from '../../../vocabulary/teacher-reference-number.ts'
import { parseTelephone } from '../../../vocabulary/telephone.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'

const typed = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (typeof value === 'string' ? value : (value?.[0] ?? '')).trim())

type Check = z.RefinementCtx
const wrong = (check: Check, message: string, field?: string): never => {
  check.addIssue({ code: 'custom', message, ...(field ? { path: [field] } : {}) })
  return z.NEVER
}

export const nameField = typed.transform((text, check) => {
  if (text === '') return wrong(check, 'Enter the name')
  return text.length > 200 ? wrong(check, 'Use at most 200 characters') : text
})

export const emailField = typed.transform((text, check) => {
  const meant = suggestEmail(text)
  return (
    parseEmail(text) ??
    wrong(
      check,
      meant ? `Check the email address: did you mean ${meant}?` : 'Enter an email address like name@school.example',
    )
  )
})

export const postField = typed.transform((text, check) =>
  isPostKind(text) ? text : wrong(check, 'Choose what you do there'),
)

export const nameForm = z.object({ name: nameField })
export const addressForm = z.object({ address: emailField })
export const telephoneForm = z.object({
  telephone: typed.transform((text, check) =>
    text === ''
      ? null
      : (parseTelephone(text) ?? wrong(check, 'Enter a telephone number like 020 7946 0018, or nothing')),
  ),
})
export const referenceNumberForm = z.object({
  number: typed.transform((text, check) =>
    text === ''
      ? null
      : (parseTeacherReferenceNumber(text) ??
        wrong(check, 'Enter the seven digits of the number, like 12/34567, or nothing')),
  ),
})

const day = { 'on-day': typed, 'on-month': typed, 'on-year': typed }
type Day = { readonly 'on-day': string; readonly 'on-month': string; readonly 'on-year': string }
const dayOf = (parts: Day, check: Check): Temporal.PlainDate =>
  dateFromParts(parts['on-day'], parts['on-month'], parts['on-year']) ??
  wrong(
    check,
    [parts['on-day'], parts['on-month'], parts['on-year']].every((part) => part === '')
      ? 'Enter the date, such as 17 11 2021'
      : 'There is no such date. Enter it as 17 11 2021',
    'on',
  )

const organisation = typed.transform((text, check) => (isId(text) ? text : wrong(check, 'Choose where')))

/** Which organisation was left, and since when. */
export const leaveForm = z
  .object({ organisation, ...day })
  .transform((form, check) => ({ organisationId: form.organisation, on: dayOf(form, check) }))

export type Moved = {
  readonly fromOrganisationId: string
  readonly on: Temporal.PlainDate
  readonly to: { readonly organisationId: string; readonly post: PostKind }
}

/** Which organisation was left for which other, since when, and what is done there now. */
export const movedForm = z.object({ from: organisation, to: organisation, post: postField, ...day }).transform(
  (form, check): Moved => ({
    fromOrganisationId: form.from,
    on: dayOf(form, check),
    to: { organisationId: form.to, post: form.post },
  }),
)

/** What is done now at an organisation where somebody works. */
export const postForm = z
  .object({ organisation, post: postField, ...day })
  .transform((form, check) => ({ organisationId: form.organisation, post: form.post, from: dayOf(form, check) }))
