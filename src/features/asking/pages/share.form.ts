import { z } from 'zod'
import { parseEmail } from '../../../vocabulary/email-address.ts'

const email = (missing: string) =>
  z
    .string(missing)
    .trim()
    .refine((typed) => parseEmail(typed) !== null, 'Enter an email address like name@school.example')
    .transform((typed) => parseEmail(typed) ?? typed)

export const ownLinkForm = z.object({ own_email: email('Enter your email address') })

const name = (missing: string) =>
  z.string(missing).trim().min(1, missing).max(200, 'A name can have at most 200 characters')

export const colleagueForm = z.object({
  from: name('Enter your own name: your colleague has to know who asks'),
  name: name('Enter the name of your colleague'),
  email: email('Enter the email address of your colleague'),
})
