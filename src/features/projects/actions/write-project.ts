import { type Context, transaction } from '../../../platform/context.ts'
import { refusedBy } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { isOpenHub } from '../../organisations/index.ts'
import { type Draft, missingFrom, projectBecomes } from '../draft.ts'
import { writtenProject } from '../draft-queries.ts'
import { mayEditProject, mayPublishProject } from '../policy.ts'
import { insertDraft, lockProject, setStatus, updateDraft } from '../store.ts'

// Of a project that a hub devised for itself, others learn nothing before it is published (domain rule 9).
const requireWriter = ({ actor }: Context, hubId: string | null): void => {
  if (mayEditProject(actor, hubId)) return
  if (hubId !== null) throw new NotFound('Only staff of a hub write its own projects')
  throw new Forbidden('Only the national team writes the national catalogue')
}

const requirePublisher = (context: Context, hubId: string | null): void => {
  requireWriter(context, hubId)
  if (!mayPublishProject(context.actor, hubId)) throw new Forbidden('Only a lead of the hub publishes and withdraws')
}

const ofHub = (hubId: string | null) => (hubId === null ? [] : [{ type: 'hub', id: hubId }])

const inWords: Readonly<Record<string, string>> = {
  projects_code_is_unique: 'Another project has this code already. A code stands for one project of one year.',
  projects_year_fkey: 'The network knows no such year: choose one that is offered.',
  projects_slug_is_unique_in_its_year: 'Another project of this year has this title already.',
}

// What the database refuses is said in words, outside the transaction that it has ended.
const orRefused = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (problem) {
    const sentence = inWords[refusedBy(problem) ?? '']
    throw sentence ? new Refused(sentence) : problem
  }
}

/** Writes a new project, of the national catalogue or of a hub for itself; nobody else sees it before it is published. */
export const draftProject = (context: Context, draft: Draft, hubId: string | null = null): Promise<string> =>
  orRefused(
    transaction(context, async (tx, context) => {
      requireWriter(context, hubId)
      if (hubId !== null && !(await isOpenHub(tx, hubId)))
        throw new Refused('This hub is closed: it writes no more projects.')
      const id = await insertDraft(tx, draft, hubId)
      await record(tx, context, {
        name: 'project.drafted',
        subject: { type: 'project', id },
        also: ofHub(hubId),
        particulars: { year: draft.year, code: draft.code, title: draft.title },
      })
      return id
    }),
  )

/** Changes a draft. `mark` is that of the text the form was opened with: somebody else's change is not overwritten. */
export const changeDraft = (context: Context, input: { id: string; draft: Draft; mark: string }): Promise<void> =>
  orRefused(
    transaction(context, async (tx, context) => {
      const project = found(await lockProject(tx, input.id))
      requireWriter(context, project.hubId)
      const before = found(await writtenProject(tx, input.id, project.hubId))
      if (project.status !== 'draft') throw new Refused('Only a draft is changed here: this project is public.')
      if (before.mark !== input.mark) throw new Conflict('Somebody else has changed this draft since you opened it.')
      await updateDraft(tx, input.id, input.draft)
      await record(tx, context, {
        name: 'project.changed',
        subject: { type: 'project', id: input.id },
        also: ofHub(project.hubId),
      })
    }),
  )

/** Publishes a draft: everybody sees it, and hubs can offer it. What it lacks is said. */
export const publishProject = (context: Context, id: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const project = found(await lockProject(tx, id))
    requirePublisher(context, project.hubId)
    const { draft, status } = found(await writtenProject(tx, id, project.hubId))
    if (!projectBecomes(status, 'published')) throw new Refused('Only a draft can be published.')
    const missing = missingFrom(draft)
    if (missing.length > 0) throw new Refused(`It cannot be published yet. It needs ${missing.join('; ')}.`)
    await setStatus(tx, id, { status: 'published', publishedAt: context.now })
    await record(tx, context, {
      name: 'project.published',
      subject: { type: 'project', id },
      also: ofHub(project.hubId),
      particulars: { year: project.year, slug: project.slug },
    })
  })

/** Withdraws a project with a reason. Places and groups that stand are not touched; nobody can offer it any more. */
export const withdrawProject = (context: Context, input: { id: string; reason: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const project = found(await lockProject(tx, input.id))
    requirePublisher(context, project.hubId)
    const { status } = found(await writtenProject(tx, input.id, project.hubId))
    if (!projectBecomes(status, 'withdrawn')) throw new Refused('This project is over already.')
    await setStatus(tx, input.id, { status: 'withdrawn', reason: input.reason })
    await record(tx, context, {
      name: 'project.withdrawn',
      subject: { type: 'project', id: input.id },
      also: ofHub(project.hubId),
      particulars: { reason: input.reason },
    })
  })
