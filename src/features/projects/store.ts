import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import { slugOf } from '../../vocabulary/slug.ts'
import { type Draft, usualSections } from './draft.ts'
import type { PublicationStatus } from './project.ts'

const columnsOf = (draft: Draft) => ({
  year: draft.year,
  code: draft.code,
  title: draft.title,
  slug: slugOf(draft.title),
  summary: draft.summary,
  delivery_model: draft.deliveryModel,
  unit: draft.unit,
  phases: [...draft.phases],
  is_new: draft.isNew,
  headteacher_confirms: draft.headteacherConfirms,
})

export const lockProject = (tx: Transaction, id: string) =>
  tx
    .selectFrom('projects')
    .select(['id', 'year', 'slug', 'status', 'hub_id as hubId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const insertDraft = async (tx: Transaction, draft: Draft, hubId: string | null): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('projects')
    .values({ id, ...columnsOf(draft), hub_id: hubId, status: 'draft' })
    .execute()
  await insertTexts(tx, id, draft)
  return id
}

export const updateDraft = async (tx: Transaction, id: string, draft: Draft): Promise<void> => {
  await tx.updateTable('projects').set(columnsOf(draft)).where('id', '=', id).execute()
  await tx.deleteFrom('project_sections').where('project_id', '=', id).execute()
  await tx.deleteFrom('project_outcomes').where('project_id', '=', id).execute()
  await insertTexts(tx, id, draft)
}

const insertTexts = async (tx: Transaction, id: string, draft: Draft): Promise<void> => {
  const sections = usualSections
    .map(({ key, heading }, position) => ({
      id: newId(),
      project_id: id,
      key,
      heading,
      body: draft.texts[key],
      position,
    }))
    .filter(({ body }) => body !== '')
  const outcomes = draft.benefits.map((outcome, position) => ({
    id: newId(),
    project_id: id,
    audience: 'participants',
    outcome,
    position,
  }))
  if (sections.length > 0) await tx.insertInto('project_sections').values(sections).execute()
  if (outcomes.length > 0) await tx.insertInto('project_outcomes').values(outcomes).execute()
}

export const setStatus = (
  tx: Transaction,
  id: string,
  to: { status: PublicationStatus; reason?: string; publishedAt?: Temporal.Instant },
) =>
  tx
    .updateTable('projects')
    .set({
      status: to.status,
      status_reason: to.reason ?? null,
      ...(to.publishedAt ? { published_at: to.publishedAt } : {}),
    })
    .where('id', '=', id)
    .execute()
