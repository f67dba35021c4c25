import { z } from 'zod'

/** Whoever asks something about another person says why. */
export const reasonForm = z.object({
  reason: z
    .string()
    .trim()
    .min(10, 'Say why, in at least ten characters')
    .max(500, 'Say why in at most 500 characters'),
})
