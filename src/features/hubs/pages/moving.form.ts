import { typedList, typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { type StaffChoices, type StaffFate, staffAfterHandOver, staffAfterMove } from '../hub-change.ts'
import { type Check, dayOf, emailOf, formOf, issue, leadOf, lineOf, slugFrom } from './changes.form.ts'

const choicesOf = (typed: Typed, check: Check, allowed: readonly StaffFate[]): StaffChoices => {
  const fields = Object.keys(typed).filter((field) => field.startsWith('staff_') && isId(field.slice(6)))
  return Object.fromEntries(
    fields.flatMap((field) => {
      const fate = allowed.find((each) => each === typedText(typed, field))
      return fate ? [[field.slice(6), fate]] : (issue(check, field, 'Choose what becomes of this part') ?? [])
    }),
  )
}

export const handOverForm = formOf((typed, check) => {
  const [name, email] = [typedText(typed, 'person_name').slice(0, 200), emailOf(typed, 'person_email', check)]
  if (name !== '' && email === null && typedText(typed, 'person_email') === '')
    issue(check, 'person_email', 'Enter the email address of the new hub lead')
  if (email !== null && name === '') issue(check, 'person_name', 'Enter the name of the new hub lead')
  return {
    lead: leadOf(typed, check, true) ?? { name: '', number: '' },
    ends: typedList(typed, 'ends'),
    from: dayOf(typed, 'from', check),
    person: email === null ? null : { name, email },
    staff: choicesOf(typed, check, staffAfterHandOver),
    isSure: typedText(typed, 'sure') === 'yes',
    seen: typedText(typed, 'seen'),
  }
})

export const dayForm = formOf((typed, check) => ({ from: dayOf(typed, 'from', check) }))

export const mergeForm = formOf((typed, check) => ({
  into: lineOf(typed, 'into', check, 'Choose the hub it merges into'),
  from: dayOf(typed, 'from', check),
  staff: choicesOf(typed, check, staffAfterMove),
  seen: typedText(typed, 'seen'),
}))

export const splitForm = formOf((typed, check) => {
  const name = lineOf(typed, 'name', check, 'Enter the name of the new hub')
  const areaIds = typedList(typed, 'areas').filter(isId)
  if (areaIds.length === 0) issue(check, 'areas', 'Choose what the new hub serves')
  return {
    name,
    slug: slugFrom(typed, name, check),
    email: emailOf(typed, 'email', check),
    lead: leadOf(typed, check, false),
    areaIds,
    offerIds: typedList(typed, 'offers').filter(isId),
    groupIds: typedList(typed, 'groups').filter(isId),
    from: dayOf(typed, 'from', check),
    staff: choicesOf(typed, check, staffAfterMove),
    seen: typedText(typed, 'seen'),
  }
})
