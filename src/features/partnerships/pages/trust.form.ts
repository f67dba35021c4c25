import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'

const earliest = Temporal.PlainDate.from('1990-01-01')

/** Which trust, or none, and since which day. */
export const trustForm = z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((typed, check) => {
  const wrong = (field: string, message: string) => check.addIssue({ code: 'custom', path: [field], message })
  const belongs = typedText(typed, 'belongs')
  const trust = typedText(typed, 'trust')
  const [day, month, year] = ['day', 'month', 'year'].map((part) => typedText(typed, `on-${part}`))
  const on = dateFromParts(day ?? '', month ?? '', year ?? '')
  if (belongs !== 'trust' && belongs !== 'none') wrong('belongs', 'Choose whether it belongs to a trust')
  if (belongs === 'trust' && trust === '') wrong('trust', 'Enter the trust')
  if (trust.length > 200) wrong('trust', 'Enter at most 200 characters')
  if (!on || Temporal.PlainDate.compare(on, earliest) < 0) wrong('on', 'Enter the day as 1 9 2021')
  return { trust: belongs === 'trust' ? trust : null, on: on ?? earliest }
})
