import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { historyOf } from '../../../platform/history.ts'
import {
  type Answer,
  invalid,
  overtaken,
  type Page,
  type PageRequest,
  page,
  redirect,
} from '../../../platform/http/routes.ts'
import { emptyForm, type FormState, formFrom } from '../../../ui/fields.ts'
import {
  type AcademicYear,
  academicYear,
  academicYearOf,
  parseAcademicYear,
  yearSlug,
} from '../../../vocabulary/academic-year.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { changeDraft, draftProject, publishProject, withdrawProject } from '../actions/write-project.ts'
import { projectsToManage, writtenProject, yearsToManage } from '../draft-queries.ts'
import { projectEvents } from '../events.ts'
import type { PublicationStatus } from '../project.ts'
import { placeOfWriting } from './place-of-writing.ts'
import { typedOf, withdrawForm, writeForm } from './write.form.ts'
import { projectsView, projectView, writeView } from './write.view.ts'

const yearsOf = async ({ context }: PageRequest): Promise<readonly AcademicYear[]> =>
  (await yearsToManage(context.db)).map(academicYear)

const yearOf = ({ context, query }: PageRequest, years: readonly AcademicYear[]): AcademicYear => {
  const asked = parseAcademicYear(query.get('year') ?? '') ?? academicYearOf(context.today)
  return years.includes(asked) ? asked : (years[0] ?? asked)
}

const projectOf = async (request: PageRequest) => {
  const place = await placeOfWriting(request)
  const id = request.params['project'] ?? ''
  return { place, ...found(isId(id) ? await writtenProject(request.context.db, id, place.hubId) : null) }
}

const pastOf = async ({ context }: PageRequest, id: string) =>
  (await historyOf(context.db, { type: 'project', id })).flatMap((event) =>
    event.name in projectEvents
      ? [
          {
            title: projectEvents[event.name as keyof typeof projectEvents],
            at: event.occurredAt,
            by: event.actorName,
          },
        ]
      : [],
  )

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
    offers: row.offers ?? 0,
  }))
  return page(projectsView(request.frame, { place, year, years, projects }))
}

const newProject = async (request: PageRequest, form: FormState) => {
  const place = await placeOfWriting(request)
  const years = await yearsOf(request)
  return writeView(request.frame, { place, form, years, action: `${place.path}/new`, mark: null })
}

export const askForProject: Page = async (request) => {
  const year = yearOf(request, await yearsOf(request))
  return page(await newProject(request, formFrom({ year: yearSlug(year) })))
}

const notSaved =
  'What you typed is below, and not saved: look at the draft as it is saved, then save again to put yours in its place.'

// What is refused stands beside the field it is about, with everything that was typed.
const unlessRefused = async (
  request: PageRequest,
  save: () => Promise<string>,
  again: (form: FormState, isOvertaken: boolean) => Promise<Answer>,
): Promise<Answer> => {
  try {
    const id = await save()
    return redirect(`${(await placeOfWriting(request)).path}/${id}`)
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    const isOvertaken = problem instanceof Conflict
    const field = problem.message.includes('this code') ? 'code' : 'title'
    const message = isOvertaken ? `${problem.message} ${notSaved}` : problem.message
    return again({ typed: request.body, errors: [{ field, message }] }, isOvertaken)
  }
}

export const saveNewProject: Page = async (request) => {
  const { hubId } = await placeOfWriting(request)
  const form = parseForm(writeForm(hubId), request.body)
  const again = async (shown: FormState) => invalid(await newProject(request, shown))
  return form.ok ? unlessRefused(request, () => draftProject(request.context, form.value, hubId), again) : again(form)
}

const draw = async (request: PageRequest, form: FormState) => {
  const project = await projectOf(request)
  return projectView(request.frame, { ...project, form, past: await pastOf(request, project.id) })
}

export const showWrittenProject: Page = async (request) => page(await draw(request, emptyForm))

const change = async (request: PageRequest, id: string, form: FormState, mark: string) => {
  const place = await placeOfWriting(request)
  const years = await yearsOf(request)
  return writeView(request.frame, { place, form, years, action: `${place.path}/${id}/edit`, mark })
}

export const askForChange: Page = async (request) => {
  const { id, draft, mark } = await projectOf(request)
  return page(await change(request, id, formFrom(typedOf(draft)), mark))
}

export const saveChange: Page = async (request) => {
  const { id, place } = await projectOf(request)
  const mark = typedText(request.body, 'mark')
  const form = parseForm(writeForm(place.hubId), request.body)
  if (!form.ok) return invalid(await change(request, id, form, mark))
  const save = async () => {
    await changeDraft(request.context, { id, draft: form.value, mark })
    return id
  }
  // Who has seen that there is another text saves over it only by saving once more.
  return unlessRefused(request, save, async (shown, isOvertaken) =>
    isOvertaken
      ? overtaken(await change(request, id, shown, (await projectOf(request)).mark))
      : invalid(await change(request, id, shown, mark)),
  )
}

export const publish: Page = async (request) => {
  const { id, place } = await projectOf(request)
  await publishProject(request.context, id)
  return redirect(`${place.path}/${id}`)
}

export const withdraw: Page = async (request) => {
  const { id, place } = await projectOf(request)
  if (!place.mayPublish) throw new Forbidden('Only a lead of the hub publishes and withdraws')
  const form = parseForm(withdrawForm, request.body)
  if (!form.ok) return invalid(await draw(request, form))
  await withdrawProject(request.context, { id, reason: form.value.reason })
  return redirect(`${place.path}/${id}`)
}
