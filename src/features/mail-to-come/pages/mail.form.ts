import { z } from 'zod'
import { mailingKinds } from '../../mail-times/index.ts'
import { longestOwnWords, type MailSettings, mostDaysBefore } from '../session-mail.ts'

const days = (what: string, least: number, most: number) => {
  const sentence = `Enter ${what} as a whole number from ${least} to ${most}, or 0 for none`
  return z
    .string(sentence)
    .trim()
    .regex(/^\d{1,3}$/, sentence)
    .transform(Number)
    .refine((figure) => figure === 0 || (figure >= least && figure <= most), sentence)
    .transform((figure) => (figure === 0 ? null : figure))
}

export const settingsForm: z.ZodType<MailSettings> = z.object({
  instructionsDays: days('the days before for joining instructions', 2, mostDaysBefore),
  reminderDays: days('the days before for a reminder', 1, 7),
  ownWords: z
    .string()
    .trim()
    .max(longestOwnWords, `Your own words have at most ${longestOwnWords} characters`)
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .default(''),
})

export const deedForm = z.object({
  deed: z.enum(['hold', 'release', 'drop', 'send'], 'Choose what to do with this mail'),
})

export const kindForm = z.object({
  of: z.enum(mailingKinds, 'Choose a kind of mail'),
  deed: z.enum(['hold', 'release', 'drop'], 'Choose what to do with all mail of this kind'),
})
