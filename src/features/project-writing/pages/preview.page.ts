import { type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { printed } from '../../catalogue/index.ts'
import { publishedOffersOfProject } from '../../offers/index.ts'
import { hubById } from '../../organisations/index.ts'
import { servingWith } from '../../projects/index.ts'
import { asPublished } from '../as-published-queries.ts'
import type { WrittenProject } from '../written-project.ts'
import { writingOf } from './place-of-writing.ts'
import { previewView } from './versions.view.ts'

/** What the public page of a project would be made of with another text. */
export const shownAs = async ({ context }: PageRequest, id: string, written: WrittenProject) => {
  const [{ project, line }, offers] = await Promise.all([
    asPublished(context.db, id, written),
    publishedOffersOfProject(context.db, id),
  ])
  const [serving, deviser] = await Promise.all([
    servingWith(context.db, project),
    project.hubId === null ? null : hubById(context.db, project.hubId),
  ])
  return { project, line, serving, offers, deviser }
}

export const preview: Page = async (request) => {
  const { place, writing, path } = await writingOf(request)
  const shown = await shownAs(request, writing.id, writing.written)
  return page(
    previewView(request.frame, {
      place,
      path,
      shown: { ...shown, pdf: `${path}/preview.pdf` },
      isCorrection: writing.correctedAt !== null,
    }),
  )
}

export const printPreview: Page = async (request) => {
  const { writing } = await writingOf(request)
  const { project, line } = await asPublished(request.context.db, writing.id, writing.written)
  return printed(request, project, line)
}
