import { z } from 'zod'
import type { Json } from '../../vocabulary/json.ts'
import type { OwnRule } from './own-rule.ts'

/** What a hub has composed, as it is kept until it is put in force. */
export const ownRulesKept: z.ZodType<readonly OwnRule[]> = z.array(
  z.strictObject({
    id: z.uuid(),
    widensId: z.uuid().nullable(),
    widensSentence: z.string().nullable(),
    strength: z.enum(['required', 'expected', 'priority']),
    sentence: z.string(),
    rule: z.json().transform((rule): Json => rule),
  }),
)
