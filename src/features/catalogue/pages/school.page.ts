import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { movedTo, type Page, page } from '../../../platform/http/routes.ts'
import { type AcademicYear, academicYearOf } from '../../../vocabulary/academic-year.ts'
import type { Actor } from '../../../vocabulary/actor.ts'
import {
  inSum,
  type Verdicts,
  verdictsFor,
  verdictsForVisitor,
  verdictsOfProjectsForVisitor,
} from '../../criteria/index.ts'
import { type Offer, publishedOffersOfHubs } from '../../offers/index.ts'
import { allHubs, type Hub, type Organisation, searchOrganisations, successorsOf } from '../../organisations/index.ts'
import { isAtHub, organisationIdsOf } from '../../people/index.ts'
import { allPathways } from '../../projects/index.ts'
import { stageRecordsOf } from '../../stages/index.ts'
import { bestFirst, type Joinable } from '../joining.ts'
import { type Served, schoolPath } from '../place.ts'
import { organisationAt, servedAuthority } from '../queries.ts'
import { schoolView } from './school.view.ts'
import { schoolsView } from './schools.view.ts'

export const showSchools: Page = async ({ context: { db }, query, frame }) => {
  const words = (query.get('q') ?? '').trim().slice(0, 200)
  const schools = words ? await searchOrganisations(db, words, { kinds: ['school', 'itt_provider'] }) : []
  const closed = schools.filter(({ status }) => status === 'closed')
  const successors = new Map(await Promise.all(closed.map(async ({ id }) => [id, await successorsOf(db, id)] as const)))
  return page(schoolsView(frame, { words, schools, successors }))
}

/** What a school's history with the network says is for the school itself and its hubs (domain rule 15). */
const maySeeHistory = (actor: Actor, school: Organisation, hubs: readonly Hub[]): boolean =>
  organisationIdsOf(actor).includes(school.id) || hubs.some((hub) => isAtHub(actor, hub.id))

const joinable = async (
  context: Context,
  { school, hubs, year, history }: { school: Organisation; hubs: readonly Hub[]; year: AcademicYear; history: boolean },
): Promise<readonly Joinable[]> => {
  const offers = await publishedOffersOfHubs(
    context.db,
    hubs.map((hub) => hub.id),
    year,
  )
  const wanted = school.kind === 'itt_provider' ? offers.filter(({ project }) => project.audiences.length > 0) : offers
  const asked = wanted.filter((offer, at) => wanted.findIndex((other) => other.project.id === offer.project.id) === at)
  const about = { organisationId: school.id }
  const known = history
    ? null
    : await verdictsOfProjectsForVisitor(context, {
        ...about,
        projects: asked.map(({ project, theme }) => ({ projectId: project.id, themeId: theme?.id ?? null })),
      })
  const verdictsOf = (offer: Offer): Promise<Verdicts> | Verdicts => {
    const one = { ...about, projectId: offer.project.id, themeId: offer.theme?.id ?? null, hubId: offer.hub.id }
    if (history) return verdictsFor(context, { ...one, people: null, commitments: null })
    return (asked.includes(offer) && known?.get(offer.project.id)) || verdictsForVisitor(context, one)
  }
  return bestFirst(
    await Promise.all(
      wanted.map(async (offer) => {
        const verdicts = await verdictsOf(offer)
        return { offer, verdicts, ...inSum(verdicts) }
      }),
    ),
  )
}

/** Hubs of the place; the neighbours where there are none; for a provider whose place is not known, every hub. */
const hubsFor = async (context: Context, school: Organisation, served: Served | null): Promise<readonly Hub[]> => {
  if (served && served.hubs.length > 0) return served.hubs
  if (served && served.neighbours.length > 0) return served.neighbours
  return school.kind === 'itt_provider' ? allHubs(context.db) : []
}

const schoolAt = async (context: Context, sign: string): Promise<Organisation> => {
  const school = found(await organisationAt(context.db, sign))
  return found(school.kind === 'school' || school.kind === 'itt_provider' ? school : null)
}

export const showSchool: Page = async ({ context, params, frame }) => {
  const school = await schoolAt(context, params['urn'] ?? '')
  if (schoolPath(school) !== `/schools/${params['urn']}`) return movedTo(schoolPath(school))
  const year = academicYearOf(context.today)
  const closed = school.status === 'closed'
  const [served, successors, pathways] = await Promise.all([
    school.authorityCode ? servedAuthority(context.db, school.authorityCode) : null,
    closed ? successorsOf(context.db, school.id) : [],
    allPathways(context.db),
  ])
  const history = maySeeHistory(context.actor, school, served?.hubs ?? [])
  const [records, joining] = await Promise.all([
    history ? stageRecordsOf(context.db, school.id) : null,
    closed ? [] : joinable(context, { school, hubs: await hubsFor(context, school, served), year, history }),
  ])
  return page(schoolView(frame, { school, served, successors, pathways, records, joining, year }))
}
