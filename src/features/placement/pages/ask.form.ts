import { z } from 'zod'
import { datesChoices, phasesChoices } from '../../placement-solving/index.ts'
import { type Asked, usuallyAsked } from '../asked.ts'

const wholeOrNone = (field: string, most: number, message: string) =>
  z
    .string()
    .optional()
    .transform((typed, check): number | null => {
      const text = typed?.trim() ?? ''
      if (text === '') return null
      if (/^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text)
      check.addIssue({ code: 'custom', path: [], message, params: { field } })
      return z.NEVER
    })

const listed = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((typed) => (typed === undefined ? [] : typeof typed === 'string' ? [typed] : typed))

export const mostMiles = 200

/** What counts in a placement: every field may be left as it usually is. */
export const askForm = z
  .object({
    offer: listed,
    minimum: z.enum(['keep', 'any']).optional(),
    dates: z.enum(datesChoices, 'Choose what becomes of dates that clash').optional(),
    phases: z.enum(phasesChoices, 'Choose which schools work together').optional(),
    most_of_a_phase: wholeOrNone(
      'most_of_a_phase',
      50,
      'Enter how many of one phase a group takes as a whole number, like 4',
    ),
    most_miles: wholeOrNone(
      'most_miles',
      mostMiles,
      `Enter the most miles as a whole number from 1 to ${mostMiles}, or leave it empty`,
    ),
  })
  .transform(({ offer, minimum, dates, phases, most_of_a_phase: mostOfAPhase, most_miles: miles }) => ({
    offerIds: offer,
    asked: {
      ...usuallyAsked,
      keepMinimum: minimum !== 'any',
      dates: dates ?? usuallyAsked.dates,
      phases: phases ?? usuallyAsked.phases,
      mostOfAPhase: mostOfAPhase ?? usuallyAsked.mostOfAPhase,
      mostMiles: miles,
    } satisfies Asked,
  }))
