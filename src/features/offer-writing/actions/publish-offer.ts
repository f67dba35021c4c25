import { type Context, transaction } from '../../../platform/context.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayPublishOffer } from '../../offers/index.ts'
import { projectById } from '../../projects/index.ts'
import { lockOfferRow, setStatus } from '../store.ts'
import { keepFirstVersion, keepVersion } from '../version-store.ts'

/** Publishes a draft: from now on anybody can see it and ask to join. What is published already stays so. */
export const publishOffer = (context: Context, id: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const row = found(await lockOfferRow(tx, id))
    if (!mayPublishOffer(context.actor, row.hub_id)) throw new NotFound('Only staff of its hub publish an offer')
    if (row.status === 'published') return
    if (row.status !== 'draft') throw new Refused(`An offer that is ${row.status} is not published again.`)
    const project = found(await projectById(tx, row.project_id))
    if (project.status !== 'published') throw new Refused(`This project is ${project.status}: it cannot be offered.`)
    await keepFirstVersion(tx, row)
    await setStatus(tx, id, { status: 'published', publishedAt: context.now, updatedAt: context.now })
    await keepVersion(tx, context, id, 'published')
    await record(tx, context, {
      name: 'offer.published',
      subject: { type: 'offer', id },
      also: [
        { type: 'hub', id: row.hub_id },
        { type: 'project', id: row.project_id },
      ],
    })
  })
