import { z } from 'zod'
import { isId } from '../../../vocabulary/ids.ts'
import { datesChoices, measures, phasesChoices } from '../../placement-solving/index.ts'
import { type Asked, usuallyAsked } from '../asked.ts'
import { mostOpenings } from '../opening.ts'

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

/** A number in words of its own, or what it usually is. */
const numberOr = (usual: number, most: number, what: string) =>
  wholeOrNone('', most, `Enter ${what} as a whole number from 1 to ${most}`).transform((number) => number ?? usual)

const listed = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((typed) => (typed === undefined ? [] : typeof typed === 'string' ? [typed] : typed))

export const mostMiles = 200
export const mostMinutesAsked = 300

/** What counts in a placement: every field may be left as it usually is. */
export const askForm = z
  .object({
    offer: listed,
    minimum: z.enum(['keep', 'any'], 'Choose what becomes of the minimum that a group needs').optional(),
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
    measure: z.enum(measures, 'Choose how ways are measured').optional(),
    most_minutes: wholeOrNone(
      'most_minutes',
      mostMinutesAsked,
      `Enter the most minutes as a whole number from 1 to ${mostMinutesAsked}, or leave it empty`,
    ),
    untold_miles: wholeOrNone(
      'untold_miles',
      mostMiles,
      `Enter the most miles where the table tells no minutes as a whole number from 1 to ${mostMiles}`,
    ),
    open_most: wholeOrNone(
      'open_most',
      mostOpenings,
      `Enter how many groups may open as a whole number from 1 to ${mostOpenings}, or leave it empty`,
    ),
    open_from: numberOr(6, 50, 'the fewest in a new group'),
    open_to: numberOr(8, 50, 'the most in a new group'),
    open_people: numberOr(2, 10, 'how many people of each'),
    open_at: listed,
  })
  .superRefine(({ measure, most_minutes: minutes, untold_miles: miles }, check) => {
    if (measure === 'minutes' && minutes !== null && miles === null)
      check.addIssue({
        code: 'custom',
        path: ['untold_miles'],
        message: `Enter the most miles where the table tells no minutes as a whole number from 1 to ${mostMiles}`,
      })
  })
  .superRefine(({ open_most: most, open_from: from, open_to: to, open_at: at }, check) => {
    if (most === null) return
    if (to < from)
      check.addIssue({ code: 'custom', path: ['open_to'], message: `Enter the most in a new group as ${from} or more` })
    if (at.length === 0 || !at.every(isId))
      check.addIssue({ code: 'custom', path: ['open_at'], message: 'Choose where new groups could meet' })
  })
  .transform(({ offer, minimum, dates, phases, most_of_a_phase: mostOfAPhase, most_miles: miles, ...typed }) => ({
    offerIds: offer,
    asked: {
      ...usuallyAsked,
      keepMinimum: minimum !== 'any',
      dates: dates ?? usuallyAsked.dates,
      phases: phases ?? usuallyAsked.phases,
      mostOfAPhase: mostOfAPhase ?? usuallyAsked.mostOfAPhase,
      measure: typed.measure ?? usuallyAsked.measure,
      mostMiles: typed.measure === 'minutes' ? typed.untold_miles : miles,
      mostMinutes: typed.measure === 'minutes' ? typed.most_minutes : null,
      opening:
        typed.open_most === null
          ? null
          : {
              most: typed.open_most,
              from: typed.open_from,
              to: typed.open_to,
              peopleEach: typed.open_people,
              venueIds: typed.open_at,
            },
    } satisfies Asked,
  }))
