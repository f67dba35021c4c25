import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'
import { type Question, valueSaid } from '../../criteria/index.ts'

const acts = ['wait', 'offer', 'hold', 'decline', 'overrule', 'headteacher', 'state'] as const

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

const wrongValue: Readonly<Record<Question['kind'], string>> = {
  choice: 'Choose an answer',
  number: 'Enter a number in figures, like 4',
  day: 'Enter a day such as 1 September 2020',
}

const valueGiven = (question: Question, text: string) =>
  question.kind !== 'choice' || question.choices.some(({ value }) => value === text)
    ? valueSaid(question.name, text)
    : null

/** A fact as staff of the hub state it: what it is, how they know, and since when. */
export const stateForm = (question: Question, today: Temporal.PlainDate) =>
  z
    .object({
      [question.name]: z.string(wrongValue[question.kind]).trim(),
      fact_source: reason('Say how you know it, such as: told by telephone'),
      'told_on-day': z.string().trim().default(''),
      'told_on-month': z.string().trim().default(''),
      'told_on-year': z.string().trim().default(''),
    })
    .transform((typed, check) => {
      const value = valueGiven(question, String(typed[question.name] ?? ''))
      const on = dateFromParts(
        String(typed['told_on-day']),
        String(typed['told_on-month']),
        String(typed['told_on-year']),
      )
      const wrong = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message })
      if (value === null) wrong(question.name, wrongValue[question.kind])
      if (!on || Temporal.PlainDate.compare(on, today) > 0)
        wrong('told_on', on ? 'You were told today or before' : 'Enter the day you were told, as 17 11 2021')
      return value === null || !on ? z.NEVER : { value, source: String(typed['fact_source']), toldOn: on }
    })

export const noteForm = z.object({
  note: z.string('Write the note').trim().min(1, 'Write the note').max(2000, 'Use at most 2000 characters'),
})

/** The number of the latest change that was on the page from which somebody decides. */
export const seenOf = (body: Typed): number | null => {
  const seen = typedText(body, 'seen')
  return /^\d{1,15}$/.test(seen) ? Number(seen) : null
}
