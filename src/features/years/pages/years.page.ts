import { found } from '../../../platform/errors.ts'
import { type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { type AcademicYear, parseAcademicYear } from '../../../vocabulary/academic-year.ts'
import { yearsSeen } from '../queries.ts'
import { yearsView } from './years.view.ts'

/** The year that an address names, if the network has it. */
export const yearIn = async ({ context, params }: PageRequest): Promise<AcademicYear> => {
  const year = found(parseAcademicYear(params['year'] ?? ''))
  return found((await yearsSeen(context.db)).find((each) => each.year === year) ?? null).year
}

export const showYears: Page = async ({ context, frame }) => page(yearsView(frame, await yearsSeen(context.db)))
