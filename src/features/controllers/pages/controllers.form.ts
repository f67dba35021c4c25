import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'
import type { Stated } from '../controller.ts'

const line = (typed: Typed, name: string): string => typedText(typed, name).replaceAll(/\s+/g, ' ').trim()
const [earliest, latest] = [Temporal.PlainDate.from('2000-01-01'), Temporal.PlainDate.from('2099-12-31')]

const dayOf = (typed: Typed): Temporal.PlainDate | null => {
  const read = dateFromParts(
    typedText(typed, 'from-day'),
    typedText(typed, 'from-month'),
    typedText(typed, 'from-year'),
  )
  if (!read) return null
  return Temporal.PlainDate.compare(read, earliest) < 0 || Temporal.PlainDate.compare(read, latest) > 0 ? null : read
}

/** Who answers, who keeps the data for them, whom to ask, and from which day. */
export const controllerForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((typed, check): Stated => {
    const issue = (field: string, message: string) => check.addIssue({ code: 'custom', path: [field], message })
    const [controller, processor, contact] = [
      line(typed, 'controller'),
      line(typed, 'processor'),
      line(typed, 'contact'),
    ]
    if (controller === '') issue('controller', 'Enter who answers for the data, such as the name of the ministry')
    for (const [field, text] of Object.entries({ controller, processor, contact }))
      if (text.length > 200) issue(field, 'Use at most 200 characters')
    const from = dayOf(typed)
    if (!from) issue('from', 'Enter the day from which this holds, such as 1 9 2022')
    return { controller, processor: processor || null, contact: contact || null, from: from ?? earliest }
  })
