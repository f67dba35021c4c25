import { z } from 'zod'
import { parseEmail } from '../../../vocabulary/email-address.ts'
import { isId } from '../../../vocabulary/ids.ts'

/** The most addresses that one sending writes to. */
export const mostAddresses = 50

const listed = (typed: string): readonly string[] => typed.split(/[\s,;]+/).filter((part) => part !== '')

const addresses = z.string().transform((typed, check): readonly string[] => {
  const parts = listed(typed)
  const wrong = parts.filter((part) => parseEmail(part) === null)
  const right = [...new Set(parts.flatMap((part) => parseEmail(part) ?? []))]
  const issue = (message: string) => check.addIssue({ code: 'custom', message })
  if (parts.length === 0) issue('Enter at least one email address')
  else if (wrong.length > 0)
    issue(`Write each address like name@school.org.uk. Not an email address: ${wrong.slice(0, 5).join(', ')}`)
  else if (right.length > mostAddresses)
    issue(`Send to at most ${mostAddresses} addresses at a time. These are ${right.length}.`)
  return right
})

/** Who gets a flyer, with which words before it. */
export const mailFlyerForm = z.object({
  addresses,
  note: z
    .string()
    .transform((typed) => typed.trim() || null)
    .refine((note) => note === null || note.length <= 1000, 'Write at most 1,000 characters'),
  form: z.string().refine(isId, 'Open the page again and send it from there'),
  act: z.string().optional(),
})
