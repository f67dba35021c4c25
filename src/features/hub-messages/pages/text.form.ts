import { z } from 'zod'
import { unknownBlanks } from '../message-text.ts'

const withBlanks = (text: z.ZodString) =>
  text.superRefine((typed, check) => {
    const [first] = unknownBlanks(typed)
    if (first !== undefined)
      check.addIssue({ code: 'custom', message: `There is no blank {${first}}: use one of those listed below` })
  })

const given = (missing: string, most: number) =>
  z.string(missing).trim().min(1, missing).max(most, `Use at most ${most} characters`)

/** The text of a message, and the version it was written over. */
export const textForm = z.object({
  title: given('Enter what you call it', 80),
  subject: withBlanks(given('Enter the subject of the mail', 150)),
  body: withBlanks(given('Enter the text', 5000)),
  seen: z.coerce.number().int().min(0).catch(0),
})
