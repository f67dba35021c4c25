import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import { parseEmail, suggestEmail } from '../../../vocabulary/email-address.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { dateFromParts, parseTime } from '../../../vocabulary/typed-date.ts'
import { type DateTerms, dateCertainties, dateModes, type OfferTerms } from '../offer-terms.ts'

/** An offer may have come with more dates than can be added here; so many are read. */
const mostRows = 20

type Check = z.RefinementCtx

const issue = (check: Check, field: string, message: string): null => {
  check.addIssue({ code: 'custom', path: [field], message })
  return null
}

const partsOf = (typed: Typed, name: string) =>
  [typedText(typed, `${name}-day`), typedText(typed, `${name}-month`), typedText(typed, `${name}-year`)] as const

const dateOf = (typed: Typed, name: string, check: Check): Temporal.PlainDate | null => {
  const parts = partsOf(typed, name)
  if (parts.every((part) => part === '')) return null
  return (
    dateFromParts(...parts) ??
    issue(check, name, 'There is no such date. Enter it as 17 11 2021, or leave it empty while it is not known')
  )
}

const timeOf = (typed: Typed, name: string, check: Check): Temporal.PlainTime | null => {
  const time = typedText(typed, name)
  return time === '' ? null : (parseTime(time) ?? issue(check, name, 'Enter the time as 9:30am or 14:30'))
}

const emailOf = (typed: Typed, check: Check): string => {
  const address = typedText(typed, 'contact_email')
  if (address === '') issue(check, 'contact_email', 'Enter the email address that questions go to')
  const meant = suggestEmail(address)
  if (address !== '' && parseEmail(address) === null)
    issue(check, 'contact_email', `Enter an email address in the correct format, like ${meant ?? 'name@hub.org.uk'}`)
  else if (meant !== null && typedText(typed, 'sure') !== address)
    issue(check, 'contact_email', `Did you mean ${meant}? Correct the address, or save again if it is right as it is`)
  return parseEmail(address) ?? address
}

const textOf = (typed: Typed, name: string, check: Check): string | null => {
  const text = typedText(typed, name)
  if (text.length > 4000) issue(check, name, 'Use at most 4,000 characters')
  return text || null
}

const checkTimes = (typed: Typed, name: string, row: DateTerms, check: Check): void => {
  const [starts, ends] = [typedText(typed, `${name}_starts`), typedText(typed, `${name}_ends`)]
  if (row.startsAt && row.endsAt && Temporal.PlainTime.compare(row.startsAt, row.endsAt) >= 0)
    issue(check, `${name}_ends`, 'The end must be after the start')
  if (starts !== '' && ends === '') issue(check, `${name}_ends`, 'Enter when it ends')
  if (starts === '' && ends !== '') issue(check, `${name}_starts`, 'Enter when it starts')
  if (row.certainty !== 'confirmed') return
  if (partsOf(typed, name).every((part) => part === '')) issue(check, name, 'A confirmed date needs a day')
  if (starts === '' && ends === '') issue(check, `${name}_starts`, 'A confirmed date needs a start and an end')
}

const rowOf = (typed: Typed, name: string, check: Check): DateTerms | null => {
  const mode = dateModes.find((each) => each === typedText(typed, `${name}_mode`))
  const given = [...partsOf(typed, name), typedText(typed, `${name}_starts`), typedText(typed, `${name}_ends`)]
  if (!mode && given.every((part) => part === '')) return null
  const row: DateTerms = {
    id: typedText(typed, `${name}_id`) || null,
    on: dateOf(typed, name, check),
    startsAt: timeOf(typed, `${name}_starts`, check),
    endsAt: timeOf(typed, `${name}_ends`, check),
    mode: mode ?? 'unknown',
    certainty: dateCertainties.find((each) => each === typedText(typed, `${name}_certainty`)) ?? 'provisional',
  }
  if (!mode) issue(check, `${name}_mode`, 'Choose where it is, or empty the day and times if there is no such date')
  checkTimes(typed, name, row, check)
  return row
}

export const rowName = (number: number): string => `date_${number}`

export type OfferTyped = { readonly seenAt: string; readonly terms: OfferTerms }

/** An offer as its hub types it in: what is left empty is not known yet, and a date that does not exist is an error. */
export const offerForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((typed, check): OfferTyped => {
    const contactEmail = emailOf(typed, check)
    const [opensOn, closesOn] = [dateOf(typed, 'opens', check), dateOf(typed, 'closes', check)]
    if (opensOn && closesOn && Temporal.PlainDate.compare(opensOn, closesOn) > 0)
      issue(check, 'closes', 'It must close on the day it opens or after it')
    const rows = Array.from({ length: mostRows }, (_, at) => rowOf(typed, rowName(at + 1), check))
    return {
      seenAt: typedText(typed, 'updated_at'),
      terms: {
        contactEmail,
        opensOn,
        closesOn,
        venueId: typedText(typed, 'venue') || null,
        themeId: typedText(typed, 'theme') || null,
        ...(typed['policy'] === undefined ? {} : { policyId: typedText(typed, 'policy') || null }),
        datesNote: textOf(typed, 'dates_note', check),
        practicalNotes: textOf(typed, 'practical_notes', check),
        leadNote: textOf(typed, 'lead_note', check),
        dates: rows.filter((row) => row !== null),
      },
    }
  })
