import { type Page, page } from '../../../platform/http/routes.ts'
import { academicYearOf, parseAcademicYear } from '../../../vocabulary/academic-year.ts'
import { catalogueYears } from '../../projects/index.ts'
import { driftsOfYear } from '../section-queries.ts'
import { awaitsChoice } from '../section-standing.ts'
import { driftView } from './drift.view.ts'

/** Where hubs say in their own words what the national text says: by project or by hub, and those that are behind a correction. */
export const showDrift: Page = async ({ context, query, frame }) => {
  const years = await catalogueYears(context.db)
  const asked = parseAcademicYear(query.get('year') ?? '')
  const year = years.find((each) => each === asked) ?? academicYearOf(context.today)
  const onlyBehind = query.get('state') === 'behind'
  const all = await driftsOfYear(context.db, year)
  const behind = all.filter(({ section }) => awaitsChoice(section.standing))
  const by = query.get('by') === 'hub' ? ('hub' as const) : ('project' as const)
  return page(
    driftView(frame, { year, years, by, onlyBehind, drifts: onlyBehind ? behind : all, behind: behind.length }),
  )
}
