import { z } from 'zod'

/** What is done about two records. */
export const actForm = z.object({
  act: z.enum(['merge', 'propose', 'not-the-same']),
  seen: z.string().max(100).optional(),
})

export const questionForm = z.object({
  decision: z.string('Choose what becomes of it').min(1, 'Choose what becomes of it'),
  other: z.string().trim().max(40).optional(),
})
