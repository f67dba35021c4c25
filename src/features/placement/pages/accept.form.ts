import { z } from 'zod'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'
import type { ShortChoice, ShortChoices } from '../falling-short.ts'

const part = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() ?? '')

export type Accepting = { readonly lastDay: Temporal.PlainDate; readonly choices: ShortChoices }

const isChoice = (typed: unknown): typed is ShortChoice => typed === 'fewer' || typed === 'without'

const choicesIn = (typed: Readonly<Record<string, unknown>>): ShortChoices =>
  new Map(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith('short-') && isChoice(value) ? [[name.slice('short-'.length), value] as const] : [],
    ),
  )

/** Until when the places are offered: a day that exists, today or later; and what is done with groups that would have too few. */
export const acceptForm = (today: Temporal.PlainDate) =>
  z
    .looseObject({ 'respond_by-day': part, 'respond_by-month': part, 'respond_by-year': part })
    .transform((typed, check): Accepting => {
      const date = dateFromParts(typed['respond_by-day'], typed['respond_by-month'], typed['respond_by-year'])
      if (date && Temporal.PlainDate.compare(date, today) >= 0) return { lastDay: date, choices: choicesIn(typed) }
      check.addIssue({
        code: 'custom',
        path: ['respond_by'],
        message: date ? 'The last day to answer is today or later' : 'Enter the last day to answer as 17 11 2021',
      })
      return z.NEVER
    })
