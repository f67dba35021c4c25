import { type Page, page } from '../../../platform/http/routes.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { mayStateTargets } from '../policy.ts'
import { linesOf, projectsToPlan, schoolsBehind } from '../queries.ts'
import { networkView } from './network.view.ts'
import { linesFile } from './targets-csv.ts'
import { yearAsked } from './years.ts'

/** Recruitment against plan in the whole network, project by project. */
export const showNetworkTargets: Page = async ({ context, query, frame }) => {
  const { year, years } = await yearAsked(context, query.get('year') ?? '')
  const [lines, schools, projects] = await Promise.all([
    linesOf(context.reports, { year }),
    schoolsBehind(context.reports, { year }),
    projectsToPlan(context.reports, year),
  ])
  const mayState = mayStateTargets(context.actor, null)
  return page(networkView(frame, { year, years, lines, schools, projects, mayState }))
}

export const downloadNetworkTargets: Page = async ({ context, query }) => {
  const { year } = await yearAsked(context, query.get('year') ?? '')
  const asked = query.get('project') ?? ''
  const projectId = isId(asked) ? asked : null
  return linesFile('recruitment-targets', year, await linesOf(context.reports, { year, projectId }))
}
