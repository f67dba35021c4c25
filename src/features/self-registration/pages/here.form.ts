import { z } from 'zod'
import { isId, newId } from '../../../vocabulary/ids.ts'
import { tidyCode } from '../code.ts'

const sentence = 'Enter the six signs on the screen, like BCD 346'

/** The code on the screen, and the name and school of whoever is not known by a link or by having signed in. */
export const hereForm = (isKnown: boolean) =>
  z
    .object({
      code: z
        .string(sentence)
        .transform(tidyCode)
        .refine((code) => code.length === 6, sentence),
      name: z.string().trim().max(100, 'Use 100 characters or fewer').optional(),
      school: z.string().trim().max(150, 'Use 150 characters or fewer').optional(),
      id: z.string().optional(),
    })
    .superRefine(({ name, school }, check) => {
      if (isKnown) return
      if (!name) check.addIssue({ code: 'custom', path: ['name'], message: 'Enter your name' })
      if (!school)
        check.addIssue({ code: 'custom', path: ['school'], message: 'Enter your school, or where you come from' })
    })
    .transform(({ code, name, school, id }) => ({
      code,
      name: name ?? '',
      school: school ?? '',
      id: isId(id ?? '') ? (id ?? '') : newId(),
    }))
