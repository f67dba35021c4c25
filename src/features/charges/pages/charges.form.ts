import { z } from 'zod'
import { chargeStatuses, needsReason } from '../charge.ts'

/** A decision about a charge; waiving and crediting need a reason. */
export const decisionForm = z
  .object({
    decision: z.enum(chargeStatuses, 'Choose what to do'),
    reason: z
      .string()
      .trim()
      .max(1000, 'Use 1,000 characters or fewer')
      .optional()
      .transform((text) => text || null),
  })
  .superRefine(({ decision, reason }, check) => {
    if (needsReason(decision) && reason === null) {
      check.addIssue({ code: 'custom', path: ['reason'], message: 'Say why, so that it can be read later' })
    }
  })
