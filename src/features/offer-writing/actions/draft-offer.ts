import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { yearLabel } from '../../../vocabulary/academic-year.ts'
import { slugOf } from '../../../vocabulary/slug.ts'
import { mayEditOffer } from '../../offers/index.ts'
import { hubById, isOpenHub } from '../../organisations/index.ts'
import { projectById } from '../../projects/index.ts'
import { insertDraft } from '../store.ts'
import { keepVersion } from '../version-store.ts'

export type DraftOfferInput = {
  readonly hubId: string
  readonly projectId: string
  /** Words that tell a second offer of the same project apart. */
  readonly suffix?: string
}

/** Begins an offer of a published project as a draft, which only its hub sees. */
export const draftOffer = (context: Context, input: DraftOfferInput): Promise<string> =>
  transaction(context, async (tx, context) => {
    if (!mayEditOffer(context.actor, input.hubId)) throw new NotFound('Only staff of a hub make its offers')
    await requireOpen(tx, input.hubId)
    const hub = found(await hubById(tx, input.hubId))
    const project = found(await projectById(tx, input.projectId))
    if (project.hubId !== null && project.hubId !== hub.id) throw new NotFound('A project of another hub')
    if (project.status === 'draft') throw new NotFound('A project that is not published')
    if (project.status !== 'published') throw new Refused(`This project is ${project.status}: it cannot be offered.`)
    const id = await insertDraft(tx, {
      hubId: hub.id,
      projectId: project.id,
      year: project.year,
      slug: slugOf(`${project.slug} ${input.suffix ?? ''}`.trim()),
      contactEmail: hub.email,
      now: context.now,
    })
    if (id === null)
      throw new Refused(
        `Your hub has this offer of ${project.title} in ${yearLabel(project.year)} already. For a second one, say what tells it apart.`,
      )
    await keepVersion(tx, context, id, 'drafted')
    await record(tx, context, {
      name: 'offer.drafted',
      subject: { type: 'offer', id },
      also: [
        { type: 'hub', id: hub.id },
        { type: 'project', id: project.id },
      ],
      particulars: { year: project.year },
    })
    return id
  })

const requireOpen = async (tx: Transaction, hubId: string): Promise<void> => {
  if (!(await isOpenHub(tx, hubId))) throw new Refused('This hub is closed: it makes no more offers.')
}
