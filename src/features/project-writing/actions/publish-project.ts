import { type Context, transaction } from '../../../platform/context.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { requirePublisher } from '../permission.ts'
import { lockProject, setStatus } from '../store.ts'
import { deleteCorrection, keepVersion } from '../version-store.ts'
import { missingFrom, projectBecomes } from '../written-project.ts'
import { writtenProject } from '../written-queries.ts'

const ofHub = (hubId: string | null) => (hubId === null ? [] : [{ type: 'hub', id: hubId }])

/** Publishes a draft: everybody sees it, and hubs can offer it. What it lacks is said. */
export const publishProject = (context: Context, id: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const project = found(await lockProject(tx, id))
    requirePublisher(context.actor, project.hubId)
    const { stands, status } = found(await writtenProject(tx, id, project.hubId))
    if (status === 'published')
      throw new Refused('It is published already: somebody else did it, or you in another tab.')
    if (!projectBecomes(status, 'published')) throw new Refused('Only a draft can be published.')
    const missing = missingFrom(stands)
    if (missing.length > 0) throw new Refused(`It cannot be published yet. It needs ${missing.join('; ')}.`)
    await setStatus(tx, id, { status: 'published', publishedAt: context.now })
    const version = await keepVersion(tx, { projectId: id, act: 'published', content: stands, at: context.now })
    await record(tx, context, {
      name: 'project.published',
      subject: { type: 'project', id },
      also: ofHub(project.hubId),
      particulars: { year: project.year, slug: project.slug, version },
    })
  })

/** Withdraws a project with a reason. Places and groups that stand are not touched; nobody can offer it any more. */
export const withdrawProject = (context: Context, input: { id: string; reason: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const project = found(await lockProject(tx, input.id))
    requirePublisher(context.actor, project.hubId)
    const { stands, status } = found(await writtenProject(tx, input.id, project.hubId))
    if (!projectBecomes(status, 'withdrawn')) throw new Refused('This project is over already.')
    await setStatus(tx, input.id, { status: 'withdrawn', reason: input.reason })
    await deleteCorrection(tx, input.id)
    const version = await keepVersion(tx, {
      projectId: input.id,
      act: 'withdrawn',
      content: stands,
      note: input.reason,
      at: context.now,
    })
    await record(tx, context, {
      name: 'project.withdrawn',
      subject: { type: 'project', id: input.id },
      also: ofHub(project.hubId),
      particulars: { reason: input.reason, version },
    })
  })
