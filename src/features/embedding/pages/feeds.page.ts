import { atomOf } from '../../../platform/atom.ts'
import { found } from '../../../platform/errors.ts'
import { movedTo, type Page, plain } from '../../../platform/http/routes.ts'
import { yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import { phaseLabels } from '../../../vocabulary/phases.ts'
import { offerPath } from '../../offers/index.ts'
import { hubInFull, successorOfHub } from '../../organisations/index.ts'
import { cataloguedProjects, catalogueYears, type Project, projectPath } from '../../projects/index.ts'
import { feedOfHub } from '../address.ts'
import { titleOf } from '../offer-entry.ts'
import { instantsOfOffers, instantsOfProjects, offersToShow } from '../queries.ts'

const atom = 'application/atom+xml; charset=utf-8'

const categoriesOf = ({ phases, code }: Pick<Project, 'phases' | 'code'>): readonly string[] => [
  ...phases.map((phase) => phaseLabels[phase]),
  ...(code ? [code] : []),
]

/** What a hub offers, for readers of feeds. */
export const feedOffers: Page = async ({ context: { db, today, now, config }, params, frame }) => {
  const hub = found(await hubInFull(db, params['hub'] ?? ''))
  const successor = hub.isOpen ? null : await successorOfHub(db, hub.id)
  if (successor) return movedTo(feedOfHub(successor))
  const shown = await offersToShow(db, hub.id, today)
  const instants = await instantsOfOffers(
    db,
    shown.map(({ offer }) => offer.id),
  )
  const entries = shown.flatMap(({ offer }) => {
    const at = instants.get(offer.id)
    if (!at) return []
    const { id, project } = offer
    const address = `${config.baseUrl}${offerPath(offer)}`
    const categories = categoriesOf(project)
    return [{ id, title: titleOf(offer), address, summary: project.summary, categories, author: hub.name, at }]
  })
  return plain(
    atomOf({
      title: `${hub.name}: offers, ${frame.networkName}`,
      address: `${config.baseUrl}/hubs/${hub.slug}`,
      feed: `${config.baseUrl}${feedOfHub(hub)}`,
      entries,
      otherwise: now,
    }),
    atom,
  )
}

const yearsTold = 2

/** The projects of the latest two years, for readers of feeds. */
export const feedProjects: Page = async ({ context: { db, now, config }, frame }) => {
  const years = (await catalogueYears(db)).slice(0, yearsTold)
  const projects = (await Promise.all(years.map((year) => cataloguedProjects(db, { year })))).flat()
  const instants = await instantsOfProjects(
    db,
    projects.map(({ id }) => id),
  )
  const entries = projects.flatMap((project) => {
    const at = instants.get(project.id)
    if (!at) return []
    const { id, title, summary, year } = project
    const address = `${config.baseUrl}${projectPath(project)}`
    const categories = [...categoriesOf(project), yearSlug(year)]
    return [{ id, title: `${title}, ${yearLabel(year)}`, address, summary, categories, author: frame.networkName, at }]
  })
  return plain(
    atomOf({
      title: `${frame.networkName}: projects`,
      address: `${config.baseUrl}/projects`,
      feed: `${config.baseUrl}/projects.atom`,
      entries,
      otherwise: now,
    }),
    atom,
  )
}
