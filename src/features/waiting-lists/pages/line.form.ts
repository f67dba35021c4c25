import { z } from 'zod'

export const turnForm = z.object({
  act: z.enum(['up', 'back']),
  interest: z.uuid(),
  reason: z
    .string('Say why: the reason is shown with the order of the list')
    .trim()
    .min(1, 'Say why: the reason is shown with the order of the list')
    .max(500, 'Use at most 500 characters'),
})
