import { z } from 'zod'
import type { Terms } from '../terms.ts'

const wholeBetween = (from: number, to: number, message: string) =>
  z
    .string()
    .trim()
    .default('')
    .transform((text, check) => {
      if (text === '') return null
      const value = /^\d{1,3}$/.test(text.replace(/\s*%$/, '')) ? Number.parseInt(text, 10) : Number.NaN
      if (value >= from && value <= to) return value
      check.addIssue({ code: 'custom', message })
      return z.NEVER
    })

/** What a project asks for a place to be completed; a field left empty asks for nothing more. */
export const termsForm = z
  .object({
    share: wholeBetween(1, 100, 'Enter a share from 1 to 100, or leave it empty'),
    tasks: wholeBetween(1, 20, 'Enter a number of reflections from 1 to 20, or leave it empty'),
  })
  .transform(({ share, tasks }): Terms => ({ leastShare: share, leastTasks: tasks }))
