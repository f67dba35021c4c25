import { z } from 'zod'

export const monthsForm = z.object({
  rule: z.string().min(1, 'Choose what'),
  months: z.coerce
    .number('Enter a number of months')
    .int('Enter whole months')
    .min(1, 'Enter at least 1 month')
    .max(1200, 'Enter at most 1200 months'),
})
