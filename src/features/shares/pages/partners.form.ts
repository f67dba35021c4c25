import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'

const word = z
  .string()
  .trim()
  .max(500, 'Use at most 500 characters')
  .default('')
  .transform((typed) => (typed === '' ? null : typed))

const dayIn = (body: Typed): { readonly on: Temporal.PlainDate | null; readonly isWrong: boolean } => {
  const parts = ['day', 'month', 'year'].map((part) => typedText(body, `end_on-${part}`)) as [string, string, string]
  const isEmpty = parts.every((part) => part === '')
  const on = isEmpty ? null : dateFromParts(...parts)
  return { on, isWrong: !isEmpty && on === null }
}

export const askForm = (body: Typed, today: Temporal.PlainDate) => {
  const { on, isWrong } = dayIn(body)
  const isPast = on !== null && Temporal.PlainDate.compare(on, today) <= 0
  return z
    .object({
      hub: z.uuid('Choose the hub that you ask'),
      share: z
        .string()
        .trim()
        .default('')
        .refine(
          (typed) => typed === '' || (/^\d{1,3}$/.test(typed) && Number(typed) > 0),
          'Enter the share as a whole number, or leave it empty',
        )
        .transform((typed) => (typed === '' ? null : Number(typed))),
      word,
    })
    .superRefine((_typed, check) => {
      if (isWrong || isPast)
        check.addIssue({
          code: 'custom',
          path: ['end_on'],
          message: isPast
            ? 'Enter a day after today'
            : 'Enter the day on which unused shares are released, as 17 11 2021',
        })
    })
    .transform((typed) => ({ ...typed, endOn: on }))
}

export const answerForm = z.object({
  answer: z.enum(['agreed', 'declined'], 'Choose whether your hub shares the group'),
  word,
})
