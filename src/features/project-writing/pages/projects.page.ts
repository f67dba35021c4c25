import { Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import {
  type AcademicYear,
  academicYear,
  academicYearOf,
  parseAcademicYear,
  yearSlug,
} from '../../../vocabulary/academic-year.ts'
import type { PublicationStatus } from '../../projects/index.ts'
import { draftProject } from '../actions/write-project.ts'
import { projectsToManage, yearsToManage } from '../list-queries.ts'
import { newProject } from '../written-project.ts'
import { newForm } from './about.form.ts'
import { placeOfWriting } from './place-of-writing.ts'
import { newProjectView, projectsView } from './projects.view.ts'

const yearsOf = async ({ context }: PageRequest): Promise<readonly AcademicYear[]> =>
  (await yearsToManage(context.db)).map(academicYear)

const yearOf = ({ context, query }: PageRequest, years: readonly AcademicYear[]): AcademicYear => {
  const asked = parseAcademicYear(query.get('year') ?? '') ?? academicYearOf(context.today)
  return years.includes(asked) ? asked : (years[0] ?? asked)
}

export const showProjectsToManage: Page = async (request) => {
  const years = await yearsOf(request)
  const year = yearOf(request, years)
  const place = await placeOfWriting(request)
  const rows = await projectsToManage(request.context.db, year, place.hubId)
  const projects = rows.map((row) => ({
    id: row.id,
    code: row.code,
    title: row.title,
    status: row.status as PublicationStatus,
    isCorrected: row.correctedAt !== null,
    offers: row.offers ?? 0,
  }))
  return page(projectsView(request.frame, { place, year, years, projects }))
}

const drawNew = async (request: PageRequest, form: FormState) =>
  newProjectView(request.frame, { place: await placeOfWriting(request), form, years: await yearsOf(request) })

export const askForProject: Page = async (request) => {
  const year = yearOf(request, await yearsOf(request))
  return page(await drawNew(request, formFrom({ year: yearSlug(year) })))
}

/** The field that a refusal is about. */
export const fieldOf = (sentence: string): string => (sentence.includes('this code') ? 'code' : 'title')

export const saveNewProject: Page = async (request) => {
  const { hubId, path } = await placeOfWriting(request)
  const form = parseForm(newForm, request.body)
  if (!form.ok) return invalid(await drawNew(request, form))
  const { delivery_model: deliveryModel, code, ...known } = form.value
  try {
    // Codes are the national catalogue's.
    const written = newProject({ ...known, deliveryModel, code: hubId === null ? code : null })
    return redirect(`${path}/${await draftProject(request.context, written, hubId)}`)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    const { message } = problem
    return invalid(await drawNew(request, { typed: request.body, errors: [{ field: fieldOf(message), message }] }))
  }
}
