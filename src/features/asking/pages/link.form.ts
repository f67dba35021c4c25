import { z } from 'zod'

export const headteacherForm = z.object({
  answer: z.enum(['confirmed', 'refused', 'wrong-person'], 'Choose your answer'),
  word: z
    .string()
    .trim()
    .max(500, 'Use at most 500 characters')
    .optional()
    .transform((typed) => typed || null),
})

/** What the sender does with a request or the place offered. */
export const senderActForm = z.object({ act: z.enum(['accept', 'decline', 'decline-stay', 'withdraw']) })
