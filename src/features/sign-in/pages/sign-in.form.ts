import { z } from 'zod'
import { parseEmail, suggestEmail } from '../../../vocabulary/email-address.ts'

const email = z
  .string('Enter your email address')
  .trim()
  .min(1, 'Enter your email address')
  .transform((typed, check) => {
    const address = parseEmail(typed)
    if (address) return address
    const meant = suggestEmail(typed)
    check.addIssue({
      code: 'custom',
      message: meant
        ? `Check the email address: did you mean ${meant}?`
        : 'Enter an email address like name@school.example',
    })
    return z.NEVER
  })

/** Where to go afterwards: only a path of our own, and not one that signs in or out again. */
const to = z
  .string()
  .optional()
  .transform((path) =>
    path && path.length < 1000 && /^\/(?![/\\])[^\s\\]*$/.test(path) && !/^\/sign-(in|out)\b/.test(path) ? path : '/',
  )

export const signInForm = z.object({ email, to })

export const codeForm = z.object({
  email,
  to,
  code: z
    .string('Enter the six digits of the code')
    .transform((typed) => typed.replaceAll(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Enter the six digits of the code')),
})

export const ownPath = (path: string | null | undefined): string => to.parse(path ?? undefined)
