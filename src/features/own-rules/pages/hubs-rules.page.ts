import { type Page, page } from '../../../platform/http/routes.ts'
import { academicYearOf, parseAcademicYear } from '../../../vocabulary/academic-year.ts'
import { catalogueYears } from '../../projects/index.ts'
import { ownRulesOfYear } from '../queries.ts'
import { hubsRulesView } from './hubs-rules.view.ts'

/** For the national team: where hubs have rules of their own, and which do not go with the project's any more. */
export const showOwnRulesOfHubs: Page = async ({ context, query, frame }) => {
  const years = await catalogueYears(context.db)
  const asked = parseAcademicYear(query.get('year') ?? '')
  const year = years.find((each) => each === asked) ?? academicYearOf(context.today)
  return page(hubsRulesView(frame, { year, years, rules: await ownRulesOfYear(context.db, year) }))
}
