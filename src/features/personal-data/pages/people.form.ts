import { z } from 'zod'

/** Whoever asks something about another person says why. */
export const reasonForm = z.object({
  reason: z
    .string()
    .trim()
    .min(10, 'Say why, in at least ten characters')
    .max(500, 'Say why in at most 500 characters'),
})

export const monthsForm = z.object({
  rule: z.string(),
  months: z.coerce
    .number('Enter a number of months')
    .int('Enter whole months')
    .min(1, 'Enter at least 1 month')
    .max(1200, 'Enter at most 1200 months'),
})
