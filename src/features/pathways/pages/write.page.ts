import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { markOf } from '../../../platform/versions.ts'
import { emptyForm, type FormState, formFrom } from '../../../ui/fields.ts'
import { isId, newId } from '../../../vocabulary/ids.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { projectsOfStages } from '../../projects/index.ts'
import { discardPathwayDraft, publishPathway, writePathway } from '../actions/write-pathway.ts'
import {
  pathwayOfVersion,
  pathwaysToWrite,
  publicPathway,
  stagesInUse,
  versionsOfPathway,
  workingPathway,
} from '../queries.ts'
import { emptyStages, readPathway, typedPathway } from './write.form.ts'
import { listView, versionView, writeView, writtenView } from './write.view.ts'

const said: Readonly<Record<string, string>> = {
  saved: 'Saved in the draft. Everybody sees it once it is published.',
  published: 'Published: everybody sees it now.',
  discarded: 'The draft was let go.',
}

export const showPathwaysToWrite: Page = async ({ context, frame, query }) =>
  page(listView({ ...frame, notice: wordedAs(said, query.get('said')) }, await pathwaysToWrite(context.db)))

const idIn = ({ params }: PageRequest): string =>
  found(isId(params['pathway'] ?? '') ? (params['pathway'] ?? '') : null)

const pathTo = (id: string): string => `/network/pathways/${id}`

const drawWritten = async (request: PageRequest, form: FormState) => {
  const { db } = request.context
  const id = idIn(request)
  const working = found(await workingPathway(db, id))
  const [before, versions, serving, used] = await Promise.all([
    publicPathway(db, id),
    versionsOfPathway(db, id),
    projectsOfStages(db, { pathwayId: id }),
    stagesInUse(db, id),
  ])
  const frame = { ...request.frame, notice: wordedAs(said, request.query.get('said')) }
  return writtenView(frame, { id, ...working, before, versions, serving, used, mark: markOf(working.pathway), form })
}

export const showWrittenPathway: Page = async (request) => page(await drawWritten(request, emptyForm))

const emptyPathway = { key: '', name: '', phase: '', stages: [] }

const drawForm = async (request: PageRequest, id: string, opened: { form: FormState; mark: string }) => {
  const { db } = request.context
  const isNew = request.params['pathway'] === 'new'
  const working = isNew ? null : found(await workingPathway(db, id))
  const used = isNew ? [] : await stagesInUse(db, id)
  return writeView(request.frame, { id, isNew, name: working?.pathway.name ?? null, used, ...opened })
}

export const askForPathway: Page = async (request) => {
  const isNew = request.params['pathway'] === 'new'
  const id = isNew ? newId() : idIn(request)
  const working = isNew ? null : found(await workingPathway(request.context.db, id))
  const newIds = Array.from({ length: emptyStages }, newId)
  const form = formFrom(typedPathway(working?.pathway ?? emptyPathway, newIds))
  return page(await drawForm(request, id, { form, mark: markOf(working?.pathway) }))
}

export const savePathway: Page = async (request) => {
  const typedId = typedText(request.body, 'id')
  const id = request.params['pathway'] === 'new' ? (isId(typedId) ? typedId : newId()) : idIn(request)
  const mark = typedText(request.body, 'mark')
  const read = readPathway(request.body)
  if (!read.ok) return invalid(await drawForm(request, id, { form: read, mark }))
  try {
    await writePathway(request.context, { id, typed: read.value, mark })
    return redirect(`${pathTo(id)}?said=saved`)
  } catch (problem) {
    const form = (message: string): FormState => ({ typed: request.body, errors: [{ field: 'name', message }] })
    if (problem instanceof Refused) return invalid(await drawForm(request, id, { form: form(problem.message), mark }))
    if (!(problem instanceof Conflict)) throw problem
    // Who has seen that there is another text saves over it only by saving once more.
    const now = markOf((await workingPathway(request.context.db, id))?.pathway)
    const message = `${problem.message} What you typed is below, and not saved: save again to put it in the place of theirs.`
    return overtaken(await drawForm(request, id, { form: form(message), mark: now }))
  }
}

export const publish: Page = async (request) => {
  const id = idIn(request)
  const note = typedText(request.body, 'note').slice(0, 500) || null
  try {
    await publishPathway(request.context, { id, mark: typedText(request.body, 'mark'), note })
    return redirect(`${pathTo(id)}?said=published`)
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    const again = await drawWritten(request, {
      typed: request.body,
      errors: [{ field: 'note', message: problem.message }],
    })
    return problem instanceof Conflict ? overtaken(again) : invalid(again)
  }
}

export const letDraftGo: Page = async (request) => {
  const id = idIn(request)
  await discardPathwayDraft(request.context, { id, mark: typedText(request.body, 'mark') })
  return redirect(
    (await publicPathway(request.context.db, id)) ? `${pathTo(id)}?said=discarded` : '/network/pathways?said=discarded',
  )
}

export const showPathwayVersion: Page = async (request) => {
  const id = idIn(request)
  const { db } = request.context
  const versions = await versionsOfPathway(db, id)
  const version = found(versions.find(({ number }) => String(number) === request.params['version']) ?? null)
  const pathway = found(await pathwayOfVersion(db, id, version.number))
  const before = await pathwayOfVersion(db, id, version.number - 1)
  return page(versionView(request.frame, { id, version, pathway, before }))
}
