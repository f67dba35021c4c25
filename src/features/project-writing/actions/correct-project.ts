import { type Context, transaction } from '../../../platform/context.ts'
import { refusedBy, type Transaction } from '../../../platform/database/index.ts'
import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { requirePublisher, requireWriter } from '../permission.ts'
import { refusalsInWords } from '../refusals.ts'
import { lockProject, updateProject } from '../store.ts'
import { latestVersion } from '../version-queries.ts'
import { deleteCorrection, keepVersion } from '../version-store.ts'
import { everyField, lostBy } from '../written-project.ts'
import { markOf, type Writing, writtenProject } from '../written-queries.ts'

const ofHub = (hubId: string | null) => (hubId === null ? [] : [{ type: 'hub', id: hubId }])

const correctionOf = (writing: Writing): Writing => {
  if (writing.status !== 'published') throw new Refused('Only a published project is corrected.')
  if (writing.correctedAt === null) throw new Refused('There is no correction: it was published or dropped already.')
  return writing
}

// What was public before versions were kept is the first of them.
const keepWhatStands = async (tx: Transaction, { id, stands, publishedAt }: Writing, now: Temporal.Instant) => {
  if ((await latestVersion(tx, id)) > 0) return
  await keepVersion(tx, { projectId: id, act: 'published', content: stands, at: publishedAt ?? now })
}

export type Correction = {
  readonly id: string
  readonly note: string
  /** That of the whole correction as the publisher read it. */
  readonly mark: string
}

const publish = (context: Context, { id, note, mark }: Correction): Promise<void> =>
  transaction(context, async (tx, context) => {
    const project = found(await lockProject(tx, id))
    requirePublisher(context.actor, project.hubId)
    const correction = correctionOf(found(await writtenProject(tx, id, project.hubId)))
    const { written } = correction
    if (markOf(written, everyField(written)) !== mark)
      throw new Conflict('Somebody else has changed this correction since you read it. Read it again, then publish it.')
    const missing = lostBy(correction.stands, written)
    if (missing.length > 0) throw new Refused(`It cannot be public like this. It needs ${missing.join('; ')}.`)
    await keepWhatStands(tx, correction, context.now)
    await updateProject(tx, id, written, { keepsAddress: true })
    await deleteCorrection(tx, id)
    const version = await keepVersion(tx, { projectId: id, act: 'corrected', content: written, note, at: context.now })
    await record(tx, context, {
      name: 'project.corrected',
      subject: { type: 'project', id },
      also: ofHub(project.hubId),
      particulars: { note, version },
    })
  })

/** Publishes the correction of a public project with a note that says what was wrong; every page shows it at once. */
export const correctProject = async (context: Context, correction: Correction): Promise<void> => {
  try {
    await publish(context, correction)
  } catch (problem) {
    const sentence = refusalsInWords[refusedBy(problem) ?? '']
    throw sentence ? new Refused(sentence) : problem
  }
}

/** Drops a correction: what is public stays as it is. */
export const dropCorrection = (context: Context, id: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const project = found(await lockProject(tx, id))
    requireWriter(context.actor, project.hubId)
    correctionOf(found(await writtenProject(tx, id, project.hubId)))
    await deleteCorrection(tx, id)
    await record(tx, context, {
      name: 'project-correction.dropped',
      subject: { type: 'project', id },
      also: ofHub(project.hubId),
    })
  })
