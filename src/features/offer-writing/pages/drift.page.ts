import { type Page, page } from '../../../platform/http/routes.ts'
import { academicYearOf, parseAcademicYear } from '../../../vocabulary/academic-year.ts'
import { catalogueYears } from '../../projects/index.ts'
import { driftsOfYear } from '../section-queries.ts'
import { awaitsChoice } from '../section-standing.ts'
import { driftView, groupOf } from './drift.view.ts'

const pageSize = 20

const pageIn = (asked: string | null, total: number): number => {
  const last = Math.max(1, Math.ceil(total / pageSize))
  const number = /^\d{1,5}$/.test(asked ?? '') ? Number(asked) : 1
  return Math.min(Math.max(1, number), last)
}

/** Where hubs say in their own words what the national text says: by project or by hub, and those that are behind a correction. */
export const showDrift: Page = async ({ context, query, frame }) => {
  const years = await catalogueYears(context.db)
  const asked = parseAcademicYear(query.get('year') ?? '')
  const year = years.find((each) => each === asked) ?? academicYearOf(context.today)
  const onlyBehind = query.get('state') === 'behind'
  const all = await driftsOfYear(context.db, year)
  const behind = all.filter(({ section }) => awaitsChoice(section.standing))
  const by = query.get('by') === 'hub' ? ('hub' as const) : ('project' as const)
  const listed = (onlyBehind ? behind : all).toSorted((one, other) =>
    groupOf(one, by).localeCompare(groupOf(other, by), 'en-GB'),
  )
  const at = pageIn(query.get('page'), listed.length)
  return page(
    driftView(frame, {
      year,
      years,
      by,
      onlyBehind,
      drifts: listed.slice((at - 1) * pageSize, at * pageSize),
      behind: behind.length,
      total: listed.length,
      page: at,
      pageSize,
    }),
  )
}
