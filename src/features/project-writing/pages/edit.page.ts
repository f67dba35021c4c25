import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { academicYear } from '../../../vocabulary/academic-year.ts'
import { writePart } from '../actions/write-project.ts'
import { differencesOf } from '../differences.ts'
import { namesIn, projectsBefore, stagesToChoose, yearsToManage } from '../list-queries.ts'
import type { Choices } from '../part.ts'
import { isPartKey, type PartKey, parts } from '../part.ts'
import { isStillWritten, type WrittenProject } from '../written-project.ts'
import { markOf } from '../written-queries.ts'
import { editView } from './edit.view.ts'
import { pressed, readPart, typedPart } from './parts.form.ts'
import { writingOf } from './place-of-writing.ts'
import { fieldOf } from './projects.page.ts'

const partOf = ({ params }: PageRequest): PartKey => {
  const key = params['part'] ?? ''
  return found(isPartKey(key) ? key : null)
}

const opened = async (request: PageRequest) => {
  const key = partOf(request)
  const here = await writingOf(request)
  const { db } = request.context
  const [years, stages, earlier] = await Promise.all([
    yearsToManage(db),
    stagesToChoose(db),
    projectsBefore(db, here.writing.written.year, here.place.hubId),
  ])
  const choices: Choices = {
    years: years.map(academicYear),
    stages,
    earlier,
    isNational: here.place.hubId === null,
    isPublic: here.writing.status === 'published',
    written: here.writing.written,
    isPreviewed: typedText(request.body, 'press') === 'preview',
  }
  return { ...here, key, choices }
}

type Opened = Awaited<ReturnType<typeof opened>>

const draw = (request: PageRequest, { key, place, path, writing, choices }: Opened, form: FormState, mark: string) =>
  editView(request.frame, { part: parts[key], place, path, title: writing.written.title, form, choices, mark })

const markNow = ({ key, writing }: Opened): string => markOf(writing.written, parts[key].fields)

export const askForPart: Page = async (request) => {
  const here = await opened(request)
  if (!isStillWritten(here.writing.status)) return redirect(here.path)
  return page(draw(request, here, formFrom(typedPart(here.key, here.writing.written)), markNow(here)))
}

const notSaved =
  'What you typed is below, and not saved: read what differs from what is saved now, then save again to put yours in its place.'

const overtakenBy = async (request: PageRequest, part: Partial<WrittenProject>, sentence: string) => {
  const here = await opened(request)
  const { written } = here.writing
  const typed = { ...written, ...part }
  const names = await namesIn(request.context.db, [written, typed])
  const form = { typed: request.body, errors: [{ field: 'differs', message: `${sentence} ${notSaved}` }] }
  return overtaken(
    editView(request.frame, {
      part: parts[here.key],
      place: here.place,
      path: here.path,
      title: written.title,
      form,
      choices: here.choices,
      mark: markNow(here),
      differs: differencesOf(written, typed, names),
    }),
  )
}

export const savePart: Page = async (request) => {
  const here = await opened(request)
  const mark = typedText(request.body, 'mark')
  const typed = pressed(here.key, request.body)
  if (typed) return page(draw(request, here, formFrom(typed), mark))
  const { written } = here.writing
  const read = readPart(here.key, request.body, {
    written,
    hubId: here.place.hubId,
    stages: here.choices.stages.map(({ id }) => id),
    earlier: here.choices.earlier.map(({ id }) => id),
  })
  if (!read.ok) return invalid(draw(request, here, read, mark))
  try {
    await writePart(request.context, { id: here.writing.id, part: read.value, mark })
    return redirect(here.path)
  } catch (problem) {
    // Who has seen that there is another text saves over it only by saving once more.
    if (problem instanceof Conflict) return overtakenBy(request, read.value, problem.message)
    if (!(problem instanceof Refused)) throw problem
    const { message } = problem
    const field = here.key === 'about' ? fieldOf(message) : ''
    return invalid(draw(request, here, { typed: request.body, errors: [{ field, message }] }, mark))
  }
}
