import { found } from '../../../platform/errors.ts'
import { type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { mayStateTargets } from '../policy.ts'
import { projectsToPlan, targetsOfHub } from '../queries.ts'
import { hubView } from './hub.view.ts'
import { linesFile } from './targets-csv.ts'
import { yearAsked } from './years.ts'

const hubOf = async ({ context, params }: PageRequest) => found(await hubBySlug(context.db, params['hub'] ?? ''))

/** What a hub plans for the projects of a year, and what has come about; of no other hub anything is told (domain rule 9). */
export const showHubTargets: Page = async (request) => {
  const { context, query, frame } = request
  const hub = await hubOf(request)
  const { year, years } = await yearAsked(context, query.get('year') ?? '')
  const [{ lines, schools }, projects] = await Promise.all([
    targetsOfHub(context.db, hub.id, year),
    projectsToPlan(context.db, year),
  ])
  const own = projects.filter(({ hubId }) => hubId === hub.id).map(({ id, code, title }) => ({ id, code, title }))
  const mayState = mayStateTargets(context.actor, hub.id)
  return page(hubView(frame, { hub, year, years, lines, schools, own, mayState }))
}

export const downloadHubTargets: Page = async (request) => {
  const hub = await hubOf(request)
  const { year } = await yearAsked(request.context, request.query.get('year') ?? '')
  const { lines } = await targetsOfHub(request.context.db, hub.id, year)
  return linesFile(`targets-${hub.slug}`, year, lines)
}
