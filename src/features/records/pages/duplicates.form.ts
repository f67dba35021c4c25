import { z } from 'zod'

/** What is done about two records. */
export const actForm = z.object({
  act: z.enum(['merge', 'propose', 'not-the-same']),
  seen: z.string().max(100).optional(),
})
