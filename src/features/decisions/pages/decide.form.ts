import { z } from 'zod'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'

const acts = ['wait', 'offer', 'hold', 'decline', 'overrule', 'headteacher'] as const

export const actForm = z.object({ act: z.enum(acts) })

const group = z.string('Choose a group').min(1, 'Choose a group')
const reason = (missing: string) => z.string(missing).trim().min(1, missing).max(1000, 'Use at most 1000 characters')

export const holdForm = z.object({ hold_group: group })

/** Who is to place, and until when they can answer: a day from today on, to its end. */
export const offerForm = (today: Temporal.PlainDate) =>
  z
    .object({
      offer_group: group,
      'respond_by-day': z.string().trim().default(''),
      'respond_by-month': z.string().trim().default(''),
      'respond_by-year': z.string().trim().default(''),
    })
    .transform((typed, check) => {
      const by = dateFromParts(typed['respond_by-day'], typed['respond_by-month'], typed['respond_by-year'])
      if (by && Temporal.PlainDate.compare(by, today) >= 0) return { group: typed.offer_group, respondBy: by }
      check.addIssue({
        code: 'custom',
        path: ['respond_by'],
        message: by ? 'The last day to answer is today or later' : 'Enter the last day to answer, as 17 11 2021',
      })
      return z.NEVER
    })

export const declineForm = z.object({ reason: reason('Say why: the reason is mailed to who asked') })

export const overruleForm = z.object({
  verdict: z.string('Choose a rule').min(1, 'Choose a rule'),
  answer: z.enum(['yes', 'no'], 'Choose yes or no'),
  overrule_reason: reason('Say why the rule’s answer does not hold here'),
})

export const noteForm = z.object({
  note: z.string('Write the note').trim().min(1, 'Write the note').max(2000, 'Use at most 2000 characters'),
})
