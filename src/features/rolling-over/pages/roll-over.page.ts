import { found, Refused } from '../../../platform/errors.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { type AcademicYear, nextYear, parseAcademicYear, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { FieldError } from '../../../vocabulary/form.ts'
import { rollYear } from '../actions/roll-year.ts'
import { rollingOf, yearsToRoll } from '../queries.ts'
import { chooseView, rollOverView } from './roll-over.view.ts'

/** The years that can be rolled over. */
export const chooseYear: Page = async ({ context, frame }) => page(chooseView(frame, await yearsToRoll(context.db)))

const yearAt = async ({ context, params }: PageRequest): Promise<AcademicYear> => {
  const year = parseAcademicYear(params['year'] ?? '')
  const years = await yearsToRoll(context.db)
  return found(year !== null && years.includes(year) ? year : null)
}

const draw = async (request: PageRequest, errors: readonly FieldError[] = []) =>
  rollOverView(request.frame, await rollingOf(request.context.db, await yearAt(request)), errors)

/** What rolling a year over would do, before anything is done. */
export const showRollOver: Page = async (request) => page(await draw(request))

export const roll: Page = async (request) => {
  const from = await yearAt(request)
  try {
    await rollYear(request.context, from)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(await draw(request, [{ field: '', message: problem.message }]))
  }
  return redirect(`/network/years/${yearSlug(nextYear(from))}/review`)
}
