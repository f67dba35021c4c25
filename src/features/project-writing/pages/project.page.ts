import { Conflict, Forbidden, Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
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
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { correctProject, dropCorrection } from '../actions/correct-project.ts'
import { publishProject, withdrawProject } from '../actions/publish-project.ts'
import { differencesOf } from '../differences.ts'
import { projectEvents } from '../events.ts'
import { namesIn } from '../list-queries.ts'
import { parts } from '../part.ts'
import { latestVersion } from '../version-queries.ts'
import { everyField, lostBy } from '../written-project.ts'
import { markOf, type Writing } from '../written-queries.ts'
import { correctForm, withdrawForm } from './parts.form.ts'
import { writingOf } from './place-of-writing.ts'
import { projectView } from './project.view.ts'

const partsWith = (fields: unknown): string | null =>
  Array.isArray(fields)
    ? Object.values(parts)
        .filter((part) => part.fields.some((field) => fields.includes(field)))
        .map(({ title }) => title)
        .join(', ') || 'Saved as it was'
    : null

const noteIn = ({ note, reason, fields }: Readonly<Record<string, unknown>>): { readonly text?: string } => {
  const text = note ?? reason ?? partsWith(fields)
  return typeof text === 'string' ? { text } : {}
}

const pastOf = async ({ context }: PageRequest, id: string) =>
  (await historyOf(context.db, { type: 'project', id })).flatMap(({ name, occurredAt, actorName, particulars }) =>
    name in projectEvents
      ? [
          {
            title: projectEvents[name as keyof typeof projectEvents],
            at: occurredAt,
            by: actorName,
            ...noteIn(particulars),
          },
        ]
      : [],
  )

const correctionIn = async ({ context }: PageRequest, { stands, written, correctedAt }: Writing) =>
  correctedAt === null
    ? null
    : {
        changedAt: correctedAt,
        differs: differencesOf(stands, written, await namesIn(context.db, [stands, written])),
        lost: lostBy(stands, written),
        mark: markOf(written, everyField(written)),
      }

const draw = async (request: PageRequest, form: FormState) => {
  const { place, writing, path } = await writingOf(request)
  const [correction, versions, past] = await Promise.all([
    correctionIn(request, writing),
    latestVersion(request.context.db, writing.id),
    pastOf(request, writing.id),
  ])
  const { slug, status, statusReason, written } = writing
  return projectView(request.frame, {
    place,
    path,
    slug,
    status,
    statusReason,
    written,
    correction,
    versions,
    past,
    form,
  })
}

export const showWrittenProject: Page = async (request) => page(await draw(request, emptyForm))

// What stands in the way is said above what was typed.
const unlessRefused = async (request: PageRequest, work: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await work()
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    const drawn = await draw(request, { typed: request.body, errors: [{ field: '', message: problem.message }] })
    return problem instanceof Conflict ? overtaken(drawn) : invalid(drawn)
  }
}

export const publish: Page = async (request) => {
  const { writing, path } = await writingOf(request)
  return unlessRefused(request, async () => {
    await publishProject(request.context, writing.id)
    return redirect(path)
  })
}

export const withdraw: Page = async (request) => {
  const { place, writing, path } = await writingOf(request)
  if (!place.mayPublish) throw new Forbidden('Only a lead of the hub publishes and withdraws')
  const form = parseForm(withdrawForm, request.body)
  if (!form.ok) return invalid(await draw(request, form))
  return unlessRefused(request, async () => {
    await withdrawProject(request.context, { id: writing.id, reason: form.value.reason })
    return redirect(path)
  })
}

export const correct: Page = async (request) => {
  const { place, writing, path } = await writingOf(request)
  if (!place.mayPublish) throw new Forbidden('Only a lead of the hub publishes corrections')
  const form = parseForm(correctForm, request.body)
  if (!form.ok) return invalid(await draw(request, form))
  return unlessRefused(request, async () => {
    await correctProject(request.context, { id: writing.id, ...form.value })
    return redirect(path)
  })
}

export const drop: Page = async (request) => {
  const { writing, path } = await writingOf(request)
  return unlessRefused(request, async () => {
    await dropCorrection(request.context, writing.id)
    return redirect(path)
  })
}
