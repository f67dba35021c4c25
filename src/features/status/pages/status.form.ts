import { z } from 'zod'
import { parseEmail } from '../../../vocabulary/email-address.ts'
import { postKinds } from '../../../vocabulary/posts.ts'

export const headteacherForm = z.object({
  answer: z.enum(['confirmed', 'refused', 'wrong-person'], 'Choose your answer'),
  word: z
    .string()
    .trim()
    .max(500, 'A word about it can have at most 500 characters')
    .optional()
    .transform((typed) => typed || null),
})

/** What the sender does with a request or the place offered. */
export const senderActForm = z.object({ act: z.enum(['accept', 'decline', 'decline-stay', 'withdraw']) })

/** Who the headteacher is, where the address was wrong or a fresh link is wanted. */
export const askAnewForm = z.object({
  headteacher_name: z
    .string('Enter the name of who agrees')
    .trim()
    .min(1, 'Enter the name of who agrees')
    .max(200, 'The name can have at most 200 characters'),
  headteacher_email: z
    .string('Enter the email address of who agrees')
    .trim()
    .refine((typed) => parseEmail(typed) !== null, 'Enter an email address like name@school.example')
    .transform((typed) => parseEmail(typed) ?? typed),
})

/** Somebody who was not named yet. */
export const nameForm = z.object({
  come_name: z
    .string('Enter their name')
    .trim()
    .min(1, 'Enter their name')
    .max(200, 'Their name can have at most 200 characters'),
  come_email: z
    .string('Enter their email address')
    .trim()
    .refine((typed) => parseEmail(typed) !== null, 'Enter an email address like name@school.example')
    .transform((typed) => parseEmail(typed) ?? typed),
  come_post: z.enum(postKinds, 'Choose what they do'),
  come_held: z.enum(['yes', 'no'], 'Say whether they do this now').transform((answer) => answer === 'yes'),
})

/** Somebody else who would come in place of one who is named. */
export const replaceForm = z.object({
  position: z.coerce.number('Choose who would not come').int('Choose who would not come'),
  name: z
    .string('Enter their name')
    .trim()
    .min(1, 'Enter their name')
    .max(200, 'Their name can have at most 200 characters'),
  email: z
    .string('Enter their email address')
    .trim()
    .refine((typed) => parseEmail(typed) !== null, 'Enter an email address like name@school.example')
    .transform((typed) => parseEmail(typed) ?? typed),
  post: z.enum(postKinds, 'Choose what they do'),
  held: z.enum(['yes', 'no'], 'Say whether they do this now').transform((answer) => answer === 'yes'),
})
