import { found } from '../../../platform/errors.ts'
import type { PageRequest } from '../../../platform/http/routes.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { mayEditProject, mayPublishProject } from '../../projects/index.ts'
import { writtenProject } from '../written-queries.ts'
import type { PlaceOfWriting } from './projects.view.ts'

/** The hub named by the address, or the national catalogue, with what the reader may do there. */
export const placeOfWriting = async ({ context, params }: PageRequest): Promise<PlaceOfWriting> => {
  const slug = params['hub']
  if (slug === undefined)
    return {
      hubId: null,
      path: '/network/projects',
      title: 'National catalogue',
      home: { text: 'National picture', href: '/network' },
      whoSeesDrafts: 'the national team alone',
      whatFollows: 'Once it is published, everybody sees it and hubs can offer it.',
      mayEdit: mayEditProject(context.actor, null),
      mayPublish: mayPublishProject(context.actor, null),
    }
  const hub = found(await hubBySlug(context.db, slug))
  return {
    hubId: hub.id,
    path: `/hub/${slug}/projects`,
    title: `Projects of ${hub.name}`,
    home: { text: 'Hub work', href: `/hub/${slug}` },
    whoSeesDrafts: 'your hub alone',
    whatFollows: 'Once a lead of your hub has published it, everybody sees it and your hub, no other, can offer it.',
    mayEdit: mayEditProject(context.actor, hub.id) && hub.isOpen,
    mayPublish: mayPublishProject(context.actor, hub.id),
  }
}

/** The project named by the address, where it is written there. */
export const writingOf = async (request: PageRequest) => {
  const place = await placeOfWriting(request)
  const id = request.params['project'] ?? ''
  const writing = found(isId(id) ? await writtenProject(request.context.db, id, place.hubId) : null)
  return { place, writing, path: `${place.path}/${id}` }
}
