import { z } from 'zod'
import { registers } from '../../national-registers/index.ts'

/** Which register a file is, and whether it is read whatever it would close. */
export const fileForm = z.object({
  register: z.enum(registers, 'Choose which register the file is'),
  force: z.literal('yes').optional(),
})
