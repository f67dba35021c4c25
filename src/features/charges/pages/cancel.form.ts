import { z } from 'zod'

/** Agreeing to a moved session: which of its dates was shown. */
export const agreeForm = z.object({
  sequence: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

/** What is said beside: one of the policy's reasons, or that a colleague comes. */
const excuse = z.string().trim().max(200).optional().catch(undefined)

/** Confirming a cancellation: what was shown, and a reason if there is one to give. */
export const cancelForm = z.object({
  shown: z
    .string()
    .regex(/^\d{1,9}$/)
    .catch('0')
    .transform(Number),
  reason: z
    .string()
    .trim()
    .max(500, 'Use 500 characters or fewer')
    .optional()
    .transform((text) => text || null),
  excuse: excuse.transform((text) => ({
    exemptReason: text?.startsWith('reason ') ? text.slice('reason '.length) : null,
    substitute: text === 'substitute',
  })),
})
