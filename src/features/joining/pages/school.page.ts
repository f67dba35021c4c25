import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { movedTo, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { academicYearOf } from '../../../vocabulary/academic-year.ts'
import { parseUrn } from '../../../vocabulary/urn.ts'
import { organisationAt, schoolPath, servedAuthority } from '../../catalogue/index.ts'
import { companyOf } from '../../national-registers/index.ts'
import { type Organisation, searchOrganisations, successorsOf } from '../../organisations/index.ts'
import { allPathways } from '../../projects/index.ts'
import { stageRecordsOf } from '../../stages/index.ts'
import { boardFrom } from '../board-queries.ts'
import { fromOf } from '../from.ts'
import { entriesFor, entriesForAll } from '../joining-queries.ts'
import { ownOf } from '../own-queries.ts'
import { type Sight, sightOf } from '../sight-queries.ts'
import { schoolsOfTrust } from '../trust-queries.ts'
import { schoolView } from './school.view.ts'
import { schoolsView } from './schools.view.ts'
import { trustView } from './trust.view.ts'

const kinds = ['school', 'itt_provider', 'trust'] as const

export const showSchools: Page = async ({ context: { db }, query, frame }) => {
  const words = (query.get('q') ?? '').trim().slice(0, 200)
  const schools = words ? await searchOrganisations(db, words, { kinds }) : []
  const [only, ...others] = schools
  // Whoever gives the number of a school means that school.
  if (only && others.length === 0 && parseUrn(words) !== null) return redirect(schoolPath(only))
  const closed = schools.filter(({ status }) => status === 'closed')
  const successors = new Map(await Promise.all(closed.map(async ({ id }) => [id, await successorsOf(db, id)] as const)))
  return page(schoolsView(frame, { words, schools, successors }))
}

export const organisationToShow = async (context: Context, sign: string): Promise<Organisation> => {
  const school = found(await organisationAt(context.db, sign))
  return found(kinds.some((kind) => kind === school.kind) ? school : null)
}

const schoolsOnAPage = 20

const showTrust = async ({ context, query, frame }: PageRequest, trust: Organisation) => {
  const schools = await schoolsOfTrust(context.db, trust.id)
  const last = Math.max(1, Math.ceil(schools.length / schoolsOnAPage))
  const at = Math.min(last, Math.max(1, Math.trunc(Number(query.get('page') ?? '1')) || 1))
  const shown = schools.slice((at - 1) * schoolsOnAPage, at * schoolsOnAPage)
  const board = await boardFrom(context.db, academicYearOf(context.today))
  const askers = [trust, ...shown].map((who) => ({ who, from: fromOf(who, null), withHistory: false }))
  const [own = [], ...entries] = await entriesForAll(context, { board, askers, post: null })
  return page(
    trustView(frame, {
      trust,
      own,
      schools: shown.map((school, index) => ({ school, entries: entries[index] ?? [] })),
      total: schools.length,
      page: at,
      pageSize: schoolsOnAPage,
      year: academicYearOf(context.today),
    }),
  )
}

/** A school or provider as the public register knows it, what it can join, and its history for those who are told of it. */
export const drawSchool = async ({ context, frame }: PageRequest, school: Organisation, sight: Sight) => {
  const { db } = context
  const year = academicYearOf(context.today)
  const isClosed = school.status === 'closed'
  const served = school.authorityCode ? await servedAuthority(db, school.authorityCode) : null
  const asking = { who: school, from: fromOf(school, served), withHistory: sight.history }
  const [successors, pathways, company, records, own, entries] = await Promise.all([
    isClosed ? successorsOf(db, school.id) : [],
    allPathways(db),
    companyOf(db, school.id),
    sight.history ? stageRecordsOf(db, school.id) : null,
    sight.history ? ownOf(db, { organisationId: school.id, year, hubIds: sight.hubIds }) : null,
    isClosed ? [] : entriesFor(context, asking, null),
  ])
  return page(schoolView(frame, { school, company, served, successors, pathways, records, own, entries, year }))
}

export const showSchool: Page = async (request) => {
  const { context, params } = request
  const school = await organisationToShow(context, params['urn'] ?? '')
  if (schoolPath(school) !== `/schools/${params['urn']}`) return movedTo(schoolPath(school))
  if (school.kind === 'trust') return showTrust(request, school)
  return drawSchool(request, school, await sightOf(context, school.id))
}
