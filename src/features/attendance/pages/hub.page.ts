import { found } from '../../../platform/errors.ts'
import { file, type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { writeCsv } from '../../../platform/spreadsheets/index.ts'
import { academicYear, academicYearOf, parseAcademicYear, yearSlug } from '../../../vocabulary/academic-year.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { groupLine, groupSums } from '../group-sums.ts'
import { attendanceFacts, groupsToSum } from '../queries.ts'
import { csvHead, csvLines } from '../sums-csv.ts'
import { hubSumsView } from './hub.view.ts'

const hubSums = async ({ context, params, query }: PageRequest) => {
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  const year = parseAcademicYear(query.get('year') ?? '') ?? academicYearOf(context.today)
  const { groups, years } = await groupsToSum(context.db, hub.id, year)
  const facts = await attendanceFacts(
    context.db,
    groups.map(({ id }) => id),
    context.today,
  )
  const summed = groups.flatMap((group) => {
    const own = facts.get(group.id)
    return own ? [{ ...group, sums: groupSums(own) }] : []
  })
  return {
    hub,
    year,
    years: [...new Set([year, ...years.map(academicYear)])].sort((one, other) => other - one),
    summed,
  }
}

/** What attendance comes to in the groups that a hub leads in a year, in numbers. */
export const showHubSums: Page = async (request) => {
  const { hub, year, years, summed } = await hubSums(request)
  const lines = summed.map(({ id, name, project, sums }) => ({ id, name, project, line: groupLine(sums) }))
  return page(hubSumsView(request.frame, { hub, year, years, lines }))
}

/** The same by school and person, as a file. */
export const exportHubSums: Page = async (request) => {
  const { hub, year, summed } = await hubSums(request)
  return file({
    body: writeCsv([csvHead, ...summed.flatMap((group) => csvLines(group, group.sums))]),
    type: 'text/csv; charset=utf-8',
    name: `attendance-${hub.slug}-${yearSlug(year)}.csv`,
  })
}
