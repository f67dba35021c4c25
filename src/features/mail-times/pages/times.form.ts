import { z } from 'zod'
import type { MailTimes } from '../mail-times.ts'

const between = (what: string, first: string, last: string) => {
  const sentence = `Enter ${what} as a time from ${first} to ${last}, such as ${first}`
  const [least, most] = [Temporal.PlainTime.from(first), Temporal.PlainTime.from(last)]
  return z
    .string(sentence)
    .trim()
    .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, sentence)
    .transform((typed) => Temporal.PlainTime.from(typed.replace('.', ':').padStart(5, '0')))
    .refine(
      (time) => Temporal.PlainTime.compare(least, time) <= 0 && Temporal.PlainTime.compare(time, most) <= 0,
      sentence,
    )
}

const rests = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((chosen) => new Set([chosen ?? []].flat()))

export const timesForm: z.ZodType<MailTimes> = z
  .object({
    from: between('from when mail goes', '05:00', '12:00'),
    until: between('until when mail goes', '15:00', '23:00'),
    rests,
  })
  .transform(({ from, until, rests }) => ({
    from,
    until,
    restsAtWeekends: rests.has('weekends'),
    restsOnBankHolidays: rests.has('bank_holidays'),
    restsInSchoolHolidays: rests.has('school_holidays'),
  }))
