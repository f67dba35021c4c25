import { z } from 'zod'
import type { AnswerTerms } from '../answer-terms.ts'

const whole = (what: string, least: number, most: number) => {
  const sentence = `Enter ${what} as a whole number from ${least} to ${most}`
  return z
    .string(sentence)
    .trim()
    .regex(/^\d{1,4}$/, sentence)
    .transform(Number)
    .refine((figure) => figure >= least && figure <= most, sentence)
}

const clock = (what: string) => {
  const sentence = `Enter ${what} as a time, such as 09:00`
  return z
    .string(sentence)
    .trim()
    .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, sentence)
    .transform((typed) => Temporal.PlainTime.from(typed.replace('.', ':').padStart(5, '0')))
}

const days = z
  .union([z.string(), z.array(z.string())], 'Choose at least one working day')
  .transform((typed) => [typed].flat())
  .transform((typed) => [...new Set(typed.map(Number))].filter((day) => Number.isInteger(day) && day >= 1 && day <= 7))
  .refine((chosen) => chosen.length > 0, 'Choose at least one working day')

export const termsForm: z.ZodType<AnswerTerms> = z
  .object({
    days,
    opens: clock('when the working day begins'),
    closes: clock('when the working day ends'),
    hours: whole('the working hours to answer', 1, 400),
    before: whole('the working days before the first session', 1, 30),
    least: whole('the least working hours', 1, 400),
    reminder: whole('the working hours before the end', 0, 100),
  })
  .transform(({ days, opens, closes, hours, before, least, reminder }, check) => {
    if (Temporal.PlainTime.compare(opens, closes) >= 0)
      check.addIssue({ code: 'custom', path: ['closes'], message: 'The working day ends after it begins' })
    if (least > hours)
      check.addIssue({ code: 'custom', path: ['least'], message: 'The least is not more than what is usual' })
    return {
      week: { days: days.toSorted((one, other) => one - other), opens, closes },
      hoursToAnswer: hours,
      daysBeforeFirst: before,
      leastHours: least,
      reminderHours: reminder,
    }
  })
