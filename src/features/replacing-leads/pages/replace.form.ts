import { typedText } from '../../../platform/forms.ts'
import { parseEmail } from '../../../vocabulary/email-address.ts'
import type { FieldError, Parsed, Typed } from '../../../vocabulary/form.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'
import type { Replacing } from '../actions/replace-lead.ts'

/** What was chosen for each session that was to be at the old lead's school; those that stay are not among them. */
export const hostsIn = (body: Typed): NonNullable<Replacing['hosts']> =>
  Object.keys(body).flatMap((field) => {
    const sessionId = field.startsWith('host-') ? field.slice('host-'.length) : ''
    const at = typedText(body, field)
    return isId(sessionId) && (at === 'new' || at === 'rota') ? [{ sessionId, at }] : []
  })

type Choices = { readonly roleIds: readonly string[]; readonly personIds: readonly string[] }

const longest = 500

const dateIn = (text: (name: string) => string): Temporal.PlainDate | null =>
  dateFromParts(text('from-day'), text('from-month'), text('from-year'))

const whoIn = (text: (name: string) => string, { personIds }: Choices): Replacing['to'] | readonly FieldError[] => {
  const chosen = personIds.find((id) => id === text('to'))
  if (chosen) return { personId: chosen }
  const [name, email] = [text('name'), parseEmail(text('email'))]
  if (name === '' && text('email') === '')
    return [{ field: 'to', message: 'Choose who leads the group from then on, or enter somebody new' }]
  const problems: readonly (FieldError | false)[] = [
    name === '' && { field: 'name', message: 'Enter the name of the new lead' },
    name.length > 200 && { field: 'name', message: 'Use at most 200 characters' },
    email === null && { field: 'email', message: 'Enter an email address like name@school.example' },
  ]
  const errors = problems.filter((problem) => problem !== false)
  return errors.length > 0 || email === null ? errors : { name, email }
}

/** Who leads a group no more, who does in their place, from when and why. */
export const replacingIn = (body: Typed, choices: Choices): Parsed<Omit<Replacing, 'groupId'>> => {
  const text = (name: string) => typedText(body, name).trim()
  const roleId = choices.roleIds.find((id) => id === text('role'))
  const [to, from, reason] = [whoIn(text, choices), dateIn(text), text('reason')]
  const problems: readonly (FieldError | false)[] = [
    roleId === undefined && { field: 'role', message: 'Choose who leads the group no more' },
    from === null && { field: 'from', message: 'Enter the day as 1 12 2021' },
    reason === '' && { field: 'reason', message: 'Say why: it is kept in the history, and mailed to nobody' },
    reason.length > longest && { field: 'reason', message: `Use at most ${longest} characters` },
  ]
  const errors = [...problems.filter((problem) => problem !== false), ...(Array.isArray(to) ? to : [])]
  if (errors.length > 0 || roleId === undefined || from === null || Array.isArray(to))
    return { ok: false, errors, typed: body }
  return { ok: true, value: { roleId, to: to as Replacing['to'], from, reason } }
}
