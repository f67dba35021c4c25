import { z } from 'zod'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'

const part = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() ?? '')

/** Until when the places are offered: a day that exists, after today. */
export const acceptForm = (today: Temporal.PlainDate) =>
  z
    .object({ 'respond_by-day': part, 'respond_by-month': part, 'respond_by-year': part })
    .transform((typed, check): Temporal.PlainDate => {
      const date = dateFromParts(typed['respond_by-day'], typed['respond_by-month'], typed['respond_by-year'])
      if (date && Temporal.PlainDate.compare(date, today) > 0) return date
      check.addIssue({
        code: 'custom',
        path: ['respond_by'],
        message: date ? 'The last day to answer must be after today' : 'Enter the last day to answer as 17 11 2021',
      })
      return z.NEVER
    })
