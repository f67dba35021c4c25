import { z } from 'zod'

/** What becomes of what a closed school takes part in. */
export const questionForm = z.object({
  decision: z.string('Choose what becomes of it').min(1, 'Choose what becomes of it'),
  other: z.string().trim().max(40).optional(),
})
