import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'
import type { NamesLater } from '../../interest/index.ts'

const mostDays = 365

/** When names are wanted, as it was typed; null where an offer follows its project. */
export const rulesFrom = (today: Temporal.PlainDate) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((body, check): NamesLater | null => {
    const wrong = (field: string, message: string) => {
      check.addIssue({ code: 'custom', path: [field], message })
      return z.NEVER
    }
    switch (typedText(body, 'when')) {
      case 'as_project':
        return null
      case 'at_once':
        return { when: 'at_once' }
      case 'days':
        return daysFrom(body) ?? wrong('days', `Enter how many days before the first session, from 0 to ${mostDays}`)
      case 'day':
        return dayFrom(body, today) ?? wrong('on-day', 'Enter the last day as 17 11 2021, today or later')
      default:
        return wrong('when', 'Choose when people are named')
    }
  })

const daysFrom = (body: Typed): NamesLater | null => {
  const typed = typedText(body, 'days').trim()
  return /^\d{1,3}$/.test(typed) && Number(typed) <= mostDays ? { when: 'days', days: Number(typed) } : null
}

const dayFrom = (body: Typed, today: Temporal.PlainDate): NamesLater | null => {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => typedText(body, `on-${part}`).trim())
  const on = dateFromParts(day, month, year)
  return on && Temporal.PlainDate.compare(on, today) >= 0 ? { when: 'day', on } : null
}

/** A rule as its form shows it. */
export const typedRule = (rule: NamesLater | null): Typed => {
  if (rule === null) return { when: 'as_project' }
  if (rule.when === 'days') return { when: 'days', days: String(rule.days) }
  if (rule.when === 'at_once') return { when: 'at_once' }
  const { day, month, year } = rule.on
  return { when: 'day', 'on-day': String(day), 'on-month': String(month), 'on-year': String(year) }
}
