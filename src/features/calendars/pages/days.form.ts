import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'
import { datesRefusal, type TermDates } from '../school-days.ts'

type Check = z.RefinementCtx
const formOf = <T>(read: (typed: Typed, check: Check) => T) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform(read)

const issue = (check: Check, field: string, message: string): void =>
  check.addIssue({ code: 'custom', path: [field], message })

const nobody = Temporal.PlainDate.from('2000-01-01')

const dateOf = (typed: Typed, name: string, check: Check, otherwise?: Temporal.PlainDate): Temporal.PlainDate => {
  const parts = (['day', 'month', 'year'] as const).map((part) => typedText(typed, `${name}-${part}`))
  if (otherwise && parts.every((part) => part === '')) return otherwise
  const date = dateFromParts(parts[0] ?? '', parts[1] ?? '', parts[2] ?? '')
  if (!date) issue(check, name, 'There is no such date. Enter it as 25 10 2021')
  return date ?? nobody
}

const nameOf = (typed: Typed, check: Check, missing: string): string => {
  const name = typedText(typed, 'name').replaceAll(/\s+/g, ' ')
  if (name === '') issue(check, 'name', missing)
  if (name.length > 100) issue(check, 'name', 'Use at most 100 characters')
  return name
}

const spanOf = (typed: Typed, check: Check) => {
  const from = dateOf(typed, 'from', check)
  return { from, to: dateOf(typed, 'to', check, from) }
}

/** A term or a holiday as it is typed. */
export const termForm = formOf((typed, check): TermDates => {
  const dates = {
    kind: typedText(typed, 'kind') === 'term' ? ('term' as const) : ('holiday' as const),
    name: nameOf(typed, check, 'Enter what it is called, like Autumn half-term'),
    ...spanOf(typed, check),
  }
  const isWhole = dates.name !== '' && dates.name.length <= 100 && dates.from !== nobody && dates.to !== nobody
  const refusal = isWhole ? datesRefusal(dates) : null
  if (refusal) issue(check, 'to', refusal)
  return dates
})

const mostDays = 31

/** A day of the whole network as it is typed. */
export const nationalDayForm = formOf((typed, check) => {
  const title = nameOf(typed, check, 'Enter what the day is, like Maths Hubs Forum')
  const { from, to } = spanOf(typed, check)
  if (from !== nobody && to !== nobody) {
    if (Temporal.PlainDate.compare(from, to) > 0) issue(check, 'to', 'The last day is before the first')
    else if (from.until(to, { largestUnit: 'day' }).days >= mostDays)
      issue(check, 'to', `State at most ${mostDays} days in a row`)
  }
  return { title, from, to }
})
