import { z } from 'zod'

const sentence = 'Enter the hours of a day as a number from 1 to 12, like 5 or 5.5'

/** What a project means by a day, in hours, whether missed minutes are taken off, and whether time beside sessions counts. */
export const termsForm = z
  .object({
    hours: z
      .string(sentence)
      .trim()
      .regex(/^\d{1,2}([.,]\d{1,2})?$/, sentence),
    missed: z.enum(['taken_off', 'counted'], 'Choose what becomes of minutes that somebody missed'),
    beside: z.enum(['counts', 'additional'], 'Choose what becomes of time beside sessions'),
  })
  .transform(({ hours, missed, beside }) => ({
    minutesInADay: Math.round(Number(hours.replace(',', '.')) * 60),
    takesOffMissed: missed === 'taken_off',
    countsBeside: beside === 'counts',
  }))
  .superRefine(({ minutesInADay }, check) => {
    if (minutesInADay < 60 || minutesInADay > 720)
      check.addIssue({ code: 'custom', path: ['hours'], message: sentence })
  })
