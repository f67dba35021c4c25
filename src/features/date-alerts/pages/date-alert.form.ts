import { z } from 'zod'
import { parseEmail, suggestEmail } from '../../../vocabulary/email-address.ts'

/** The address that somebody leaves; one that looks misspelt is asked about once. */
export const dateAlertForm = z
  .object({ email: z.string().trim().catch(''), sure: z.string().catch('') })
  .transform(({ email, sure }, check): { readonly address: string } => {
    const address = parseEmail(email)
    const meant = suggestEmail(email)
    const wrong = (message: string) => check.addIssue({ code: 'custom', path: ['email'], message })
    if (address === null) wrong('Enter an email address in the correct format, like name@school.org.uk')
    else if (meant !== null && sure !== email)
      wrong(`Did you mean ${meant}? Correct the address, or send again if it is right as it is`)
    return { address: address ?? email }
  })
