import { z } from 'zod'
import { isScope, type Scope } from '../scopes.ts'

/** How long a token may last: a year at the most. */
export const lasting = [
  ['30', '30 days'],
  ['90', '90 days'],
  ['180', '180 days'],
  ['365', 'a year'],
] as const

const oneOrMore = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given))

export const tokenForm = z.object({
  name: z
    .string('Say which program will use it')
    .trim()
    .min(1, 'Say which program will use it')
    .max(60, 'Use 60 letters at most'),
  scopes: oneOrMore.transform((given): readonly Scope[] => [...new Set(given)].filter(isScope)),
  days: z
    .enum(
      lasting.map(([days]) => days),
      'Choose how long it lasts',
    )
    .transform(Number),
})
