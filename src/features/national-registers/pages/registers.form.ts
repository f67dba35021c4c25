import { z } from 'zod'
import { parseUrn } from '../../../vocabulary/urn.ts'
import { answers } from '../register-question.ts'

/** How somebody settles a question; the school that takes over is named by its URN. */
export const settleForm = z
  .object({
    answer: z.enum(answers, 'Choose what you decide'),
    urn: z.string().optional(),
  })
  .transform(({ answer, urn }) => ({ answer, urn: answer === 'successor' ? parseUrn(urn ?? '') : null }))
  .refine(({ answer, urn }) => answer !== 'successor' || urn !== null, {
    message: 'Enter the URN of the school that takes over, six digits',
    path: ['urn'],
  })
