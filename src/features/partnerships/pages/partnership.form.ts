import { z } from 'zod'
import { academicYear } from '../../../vocabulary/academic-year.ts'

/** With whom, in which year, and who of the two is the accredited provider. */
export const partnershipForm = z.object({
  other: z
    .string('Enter who it works with')
    .trim()
    .min(1, 'Enter who it works with')
    .max(200, 'Enter at most 200 characters'),
  part: z.enum(['provider', 'partner'], 'Choose what the other is'),
  year: z
    .string('Choose the academic year')
    .regex(/^20[0-9]{2}$/, 'Choose the academic year')
    .transform((year) => academicYear(Number(year))),
})
