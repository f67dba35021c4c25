import { z } from 'zod'
import { typedList, typedText } from '../../../platform/forms.ts'
import { parseEmail } from '../../../vocabulary/email-address.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { isSlug, slugOf } from '../../../vocabulary/slug.ts'
import { parseTelephone } from '../../../vocabulary/telephone.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'

export type Check = z.RefinementCtx

/** A form read as a whole: what is wrong is said field by field, all at once. */
export const formOf = <T>(read: (typed: Typed, check: Check) => T) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform(read)

export const issue = (check: Check, field: string, message: string): null => {
  check.addIssue({ code: 'custom', path: [field], message })
  return null
}

// A hub is not dated before there were hubs, nor so far ahead that nobody can have decided it.
const [earliest, latest] = [Temporal.PlainDate.from('2000-01-01'), Temporal.PlainDate.from('2099-12-31')]

/** The day from which something holds. */
export const dayOf = (typed: Typed, name: string, check: Check): Temporal.PlainDate => {
  const parts = [typedText(typed, `${name}-day`), typedText(typed, `${name}-month`), typedText(typed, `${name}-year`)]
  const [day = '', month = '', year = ''] = parts
  const read = dateFromParts(day, month, year)
  if (read && Temporal.PlainDate.compare(read, earliest) >= 0 && Temporal.PlainDate.compare(read, latest) <= 0)
    return read
  issue(check, name, 'Enter the day as 1 9 2022')
  return earliest
}

/** A line of text that must not be empty. */
export const lineOf = (typed: Typed, name: string, check: Check, missing: string): string => {
  const text = typedText(typed, name).replaceAll(/\s+/g, ' ')
  if (text === '') issue(check, name, missing)
  if (text.length > 200) issue(check, name, 'Use at most 200 characters')
  return text
}

const longOf = (typed: Typed, name: string, check: Check): string | null => {
  const text = typedText(typed, name).replaceAll('\r\n', '\n')
  if (text.length > 10_000) issue(check, name, 'Use at most 10,000 characters')
  return text || null
}

export const emailOf = (typed: Typed, name: string, check: Check): string | null => {
  const text = typedText(typed, name)
  if (text === '') return null
  return parseEmail(text) ?? issue(check, name, 'Enter an email address in the correct format, like name@hub.org.uk')
}

/** An organisation as it is typed: by its number in a register, by its name, or both. */
export type LeadTyped = { readonly name: string; readonly number: string }

export const leadOf = (typed: Typed, check: Check, isNeeded: boolean): LeadTyped | null => {
  const [name, number] = [typedText(typed, 'lead_name'), typedText(typed, 'lead_number')]
  if (name.length > 200) issue(check, 'lead_name', 'Use at most 200 characters')
  if (name !== '' || number !== '') return { name, number }
  if (isNeeded) issue(check, 'lead_name', 'Enter the name of the organisation, or its number')
  return null
}

/** An address typed, or made of the name; the words of our own addresses are not among them. */
export const slugFrom = (typed: Typed, name: string, check: Check): string => {
  const slug = typedText(typed, 'slug') || slugOf(name)
  if (!isSlug(slug) || slug.length > 80) issue(check, 'slug', 'Use small letters, digits and hyphens')
  if (slug === 'new') issue(check, 'slug', 'Choose another address')
  return slug
}

export const newHubForm = formOf((typed, check) => {
  const name = lineOf(typed, 'name', check, 'Enter the name of the hub')
  return {
    name,
    // Where the name is missing too, one sentence is enough.
    slug: name === '' ? '' : slugFrom(typed, name, check),
    region: typedText(typed, 'region').slice(0, 100) || null,
    email: emailOf(typed, 'email', check),
    from: dayOf(typed, 'from', check),
    lead: leadOf(typed, check, false),
  }
})

export const nameForm = formOf((typed, check) => ({
  name: lineOf(typed, 'name', check, 'Enter the new name'),
  from: dayOf(typed, 'from', check),
}))

export const leadForm = formOf((typed, check) => ({
  ends: typedList(typed, 'ends'),
  lead: leadOf(typed, check, false),
  from: dayOf(typed, 'from', check),
}))

export const areaForm = formOf((typed, check) => {
  const district = typedText(typed, 'district')
  if (district.length > 200) issue(check, 'district', 'Use at most 200 characters')
  return {
    ends: typedList(typed, 'ends'),
    authority: typedText(typed, 'authority'),
    district,
    from: dayOf(typed, 'from', check),
  }
})

export const correctionForm = formOf((typed, check) => {
  const isUnknown = ['from-day', 'from-month', 'from-year'].every((part) => typedText(typed, part) === '')
  return {
    text: lineOf(typed, 'text', check, 'Enter what it should say'),
    from: isUnknown ? null : dayOf(typed, 'from', check),
    reason: lineOf(typed, 'reason', check, 'Say why it is corrected'),
  }
})

const websiteOf = (typed: Typed, check: Check): string | null => {
  const text = typedText(typed, 'website')
  if (text === '') return null
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (URL.canParse(address) && /^https?:\/\/[^/]+\.[^/]+/i.test(address) && address.length <= 300) return address
  return issue(check, 'website', 'Enter a web address such as https://hub.org.uk')
}

export const aboutForm = formOf((typed, check) => {
  const telephone = typedText(typed, 'telephone')
  const read = telephone === '' ? null : parseTelephone(telephone)
  if (telephone !== '' && read === null) issue(check, 'telephone', 'Enter a telephone number, like 01206 489933')
  return {
    email: emailOf(typed, 'email', check),
    telephone: read,
    website: websiteOf(typed, check),
    about: longOf(typed, 'about', check),
  }
})

export const noticeForm = formOf((typed, check) => ({ notice: longOf(typed, 'notice', check) }))
