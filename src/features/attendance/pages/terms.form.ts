import { z } from 'zod'

const sentence = 'Enter the hours of a day as a number from 1 to 12, like 5 or 5.5'

/** What a project means by a day, in hours, and whether missed minutes are taken off. */
export const termsForm = z
  .object({
    hours: z
      .string(sentence)
      .trim()
      .regex(/^\d{1,2}([.,]\d{1,2})?$/, sentence),
    missed: z.enum(['taken_off', 'counted'], 'Choose what becomes of minutes that somebody missed'),
  })
  .transform(({ hours, missed }) => ({
    minutesInADay: Math.round(Number(hours.replace(',', '.')) * 60),
    takesOffMissed: missed === 'taken_off',
  }))
  .superRefine(({ minutesInADay }, check) => {
    if (minutesInADay < 60 || minutesInADay > 720)
      check.addIssue({ code: 'custom', path: ['hours'], message: sentence })
  })
