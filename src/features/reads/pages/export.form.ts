import { z } from 'zod'
import { reasonForm } from './reason.form.ts'

export const exportForm = reasonForm.extend({
  year: z.coerce.number('Choose a year').int('Choose a year').min(1990, 'Choose a year').max(2200, 'Choose a year'),
  hub: z.union([z.literal(''), z.uuid('Choose a hub')]).transform((hub) => hub || null),
})
