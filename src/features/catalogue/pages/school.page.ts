import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { movedTo, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { type AcademicYear, academicYearOf } from '../../../vocabulary/academic-year.ts'
import type { Actor } from '../../../vocabulary/actor.ts'
import { parseUrn } from '../../../vocabulary/urn.ts'
import { inSum, type Verdicts, verdictsOfProjects, verdictsOfProjectsForVisitor } from '../../criteria/index.ts'
import { companyOf } from '../../national-registers/index.ts'
import { type Offer, publishedOffersOfHubs } from '../../offers/index.ts'
import { allHubs, type Hub, type Organisation, searchOrganisations, successorsOf } from '../../organisations/index.ts'
import { isAtHub, organisationIdsOf } from '../../people/index.ts'
import { allPathways } from '../../projects/index.ts'
import { stageRecordsOf } from '../../stages/index.ts'
import { askedBy, bestFirst, type Joinable, roundsOf, sign } from '../joining.ts'
import { type StageMark, stageMarks } from '../next-stage.ts'
import { type Served, schoolPath } from '../place.ts'
import { organisationAt, servedAuthority } from '../queries.ts'
import { schoolView } from './school.view.ts'
import { schoolsView } from './schools.view.ts'

export const showSchools: Page = async ({ context: { db }, query, frame }) => {
  const words = (query.get('q') ?? '').trim().slice(0, 200)
  const schools = words ? await searchOrganisations(db, words, { kinds: ['school', 'itt_provider'] }) : []
  const [only, ...others] = schools
  // Whoever gives the number of a school means that school.
  if (only && others.length === 0 && parseUrn(words) !== null) return redirect(schoolPath(only))
  const closed = schools.filter(({ status }) => status === 'closed')
  const successors = new Map(await Promise.all(closed.map(async ({ id }) => [id, await successorsOf(db, id)] as const)))
  return page(schoolsView(frame, { words, schools, successors }))
}

/** What a school's history with the network says is for the school itself and its hubs (domain rule 15). */
const maySeeHistory = (actor: Actor, school: Organisation, hubs: readonly Hub[]): boolean =>
  organisationIdsOf(actor).includes(school.id) || hubs.some((hub) => isAtHub(actor, hub.id))

/** Verdicts by question: from the public register for a visitor, with the school's history for those who may see it. */
const verdictsBySign = async (
  context: Context,
  school: Organisation,
  offers: readonly Offer[],
  history: boolean,
): Promise<ReadonlyMap<string, Verdicts>> => {
  const hubs = new Set(offers.map(({ hub }) => hub.id))
  const about = { organisationId: school.id, hubId: hubs.size === 1 ? ([...hubs][0] ?? null) : null }
  const verdictsOf = history ? verdictsOfProjects : verdictsOfProjectsForVisitor
  const answered = roundsOf(offers).map(async (projects) => {
    const verdicts = await verdictsOf(context, { ...about, projects })
    return projects.map((asked) => [sign(asked), verdicts.get(asked.projectId) ?? []] as const)
  })
  return new Map((await Promise.all(answered)).flat())
}

type About = {
  readonly school: Organisation
  readonly hubs: readonly Hub[]
  readonly year: AcademicYear
  readonly marks: ReadonlyMap<string, StageMark> | null
}

const joinable = async (context: Context, { school, hubs, year, marks }: About): Promise<readonly Joinable[]> => {
  const ids = hubs.map((hub) => hub.id)
  const offers = (await publishedOffersOfHubs(context.db, ids, year)).filter(
    ({ project }) => school.kind === 'school' || project.audiences.length > 0,
  )
  const verdicts = await verdictsBySign(context, school, offers, marks !== null)
  return bestFirst(
    offers.map((offer) => {
      const own = verdicts.get(sign(askedBy(offer))) ?? []
      const mark = offer.project.stage ? (marks?.get(offer.project.stage.id) ?? null) : null
      return { offer, verdicts: own, mark, ...inSum(own) }
    }),
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
  const [served, successors, pathways, company] = await Promise.all([
    school.authorityCode ? servedAuthority(context.db, school.authorityCode) : null,
    closed ? successorsOf(context.db, school.id) : [],
    allPathways(context.db),
    companyOf(context.db, school.id),
  ])
  const history = maySeeHistory(context.actor, school, served?.hubs ?? [])
  const records = history ? await stageRecordsOf(context.db, school.id) : null
  const marks = records && stageMarks(pathways, records)
  const joining = closed
    ? []
    : await joinable(context, { school, hubs: await hubsFor(context, school, served), year, marks })
  return page(schoolView(frame, { school, company, served, successors, pathways, records, joining, year }))
}
