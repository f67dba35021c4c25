import { z } from 'zod'
import { emailField, nameField, postField } from '../../details/index.ts'

const text = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (typeof value === 'string' ? value : (value?.[0] ?? '')).trim())

/** Whom to invite. */
export const inviteForm = z.object({ name: nameField, address: emailField })

/** Whom to invite to a school, what they do there, and whether they speak for it. */
export const colleagueForm = z.object({
  name: nameField,
  address: emailField,
  post: postField,
  lead: text.transform((value, check) => {
    if (value === 'yes' || value === 'no') return value === 'yes'
    check.addIssue({ code: 'custom', message: 'Say whether they will speak for the school here' })
    return z.NEVER
  }),
})

/** What a person who accepts is called. */
export const acceptForm = z.object({ name: nameField })
