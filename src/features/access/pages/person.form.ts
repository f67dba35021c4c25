import { z } from 'zod'

export const actForm = z.object({
  reason: z
    .string({ error: 'Say why you act for them' })
    .trim()
    .min(10, 'Say in a few words why you act for them; they will read it')
    .max(500, 'Say it in 500 letters at most'),
})
