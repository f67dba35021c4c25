import { z } from 'zod'
import { parseEmail } from '../../../vocabulary/email-address.ts'
import { checkFigures, detailFields } from '../../groups/index.ts'

const optional = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() ?? '')
const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((typed) => (typed === undefined ? [] : typeof typed === 'string' ? [typed] : typed))

/** A new group: its details, who leads it and which hubs share it. */
export const newGroupForm = z
  .object({
    ...detailFields,
    offer: z.string('Choose an offer'),
    theme: optional,
    leads: several,
    lead_name: optional,
    lead_email: optional,
    partners: several,
    other_partners: several,
  })
  .superRefine((typed, check) => {
    checkFigures(typed, check)
    if (typed.lead_name && !typed.lead_email)
      check.addIssue({ code: 'custom', path: ['lead_email'], message: 'Enter the lead’s email address' })
    if (typed.lead_email && !typed.lead_name)
      check.addIssue({ code: 'custom', path: ['lead_name'], message: 'Enter the lead’s name' })
    if (typed.lead_email && !parseEmail(typed.lead_email))
      check.addIssue({
        code: 'custom',
        path: ['lead_email'],
        message: 'Enter an email address like name@school.example',
      })
  })
