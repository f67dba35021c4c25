import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'

const reason = (missing: string) => z.string(missing).trim().min(1, missing).max(500, 'Use at most 500 characters')

export const holdForm = z.object({
  people: z
    .string()
    .trim()
    .default('')
    .refine((typed) => /^\d{1,3}$/.test(typed) && Number(typed) > 0, 'Enter for how many people, such as 2')
    .transform(Number),
  reason: reason('Say why the place is held back'),
})

export const releaseForm = z.object({ release_reason: reason('Say why the place is released') })

const wholeNumber = /^\d{1,3}$/

export type SharesTyped = {
  readonly shares: readonly { readonly hubId: string; readonly share: number | null }[]
  readonly endOn: Temporal.PlainDate | null
}

/** The share of each partner (left empty: none of its own) and the day on which unused shares are released. */
export const sharesFrom = (
  body: Typed,
  hubs: readonly { readonly id: string; readonly name: string }[],
): { value: SharesTyped | null; errors: { field: string; message: string }[] } => {
  const errors: { field: string; message: string }[] = []
  const shares = hubs.map(({ id, name }, at) => {
    const typed = typedText(body, `share_${at}`)
    if (typed !== '' && !wholeNumber.test(typed))
      errors.push({ field: `share_${at}`, message: `Enter the share of ${name} as a whole number, or leave it empty` })
    return { hubId: id, share: wholeNumber.test(typed) ? Number(typed) : null }
  })
  const parts = ['day', 'month', 'year'].map((part) => typedText(body, `end_on-${part}`)) as [string, string, string]
  const endOn = parts.every((part) => part === '') ? null : dateFromParts(...parts)
  if (endOn === null && parts.some((part) => part !== ''))
    errors.push({ field: 'end_on', message: 'Enter the day on which unused shares are released, as 17 11 2021' })
  return { value: errors.length === 0 ? { shares, endOn } : null, errors }
}
