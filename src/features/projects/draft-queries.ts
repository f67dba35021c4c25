import { createHash } from 'node:crypto'
import type { Reader } from '../../platform/database/index.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import type { DeliveryModel } from '../../vocabulary/delivery-models.ts'
import type { Phase } from '../../vocabulary/phases.ts'
import { type Draft, usualSections } from './draft.ts'
import type { PublicationStatus } from './project.ts'

/** The projects of a year in every state, for those who write them: the national ones, or those that a hub devised for itself. */
export const projectsToManage = (db: Reader, year: number, hubId: string | null) =>
  db
    .selectFrom('projects')
    .select(['id', 'code', 'title', 'slug', 'year', 'status'])
    .select((select) => [
      select
        .selectFrom('offers as o')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('o.project_id', '=', 'projects.id')
        .where('o.status', '=', 'published')
        .as('offers'),
    ])
    .where('year', '=', year)
    .where('hub_id', 'is not distinct from', hubId)
    .orderBy('title')
    .execute()

/** The years a project can be written for. */
export const yearsToManage = async (db: Reader): Promise<readonly number[]> =>
  (await db.selectFrom('academic_years').select('year').orderBy('year', 'desc').execute()).map(({ year }) => year)

export type Written = {
  readonly id: string
  readonly slug: string
  readonly status: PublicationStatus
  readonly statusReason: string | null
  readonly draft: Draft
  /** Changes with every word: a form that was opened before somebody else's change is told so. */
  readonly mark: string
}

/** A project as it was written, of the national catalogue or of a hub for itself; null when there is none of theirs. */
export const writtenProject = async (db: Reader, id: string, hubId: string | null): Promise<Written | null> => {
  const row = await db
    .selectFrom('projects')
    .selectAll()
    .where('id', '=', id)
    .where('hub_id', 'is not distinct from', hubId)
    .executeTakeFirst()
  if (!row) return null
  const sections = await db
    .selectFrom('project_sections')
    .select(['key', 'body'])
    .where('project_id', '=', id)
    .execute()
  const outcomes = await db
    .selectFrom('project_outcomes')
    .select('outcome')
    .where('project_id', '=', id)
    .where('audience', '=', 'participants')
    .orderBy('position')
    .execute()
  const bodies = new Map(sections.map(({ key, body }) => [key, body]))
  const draft: Draft = {
    year: academicYear(row.year),
    code: row.code,
    title: row.title,
    summary: row.summary,
    deliveryModel: row.delivery_model as DeliveryModel,
    unit: row.unit as Draft['unit'],
    phases: row.phases as Phase[],
    isNew: row.is_new,
    headteacherConfirms: row.headteacher_confirms,
    texts: Object.fromEntries(usualSections.map(({ key }) => [key, bodies.get(key) ?? ''])) as Draft['texts'],
    benefits: outcomes.map(({ outcome }) => outcome),
  }
  const mark = createHash('sha256')
    .update(JSON.stringify([draft, row.status]))
    .digest('base64url')
    .slice(0, 16)
  const { slug, status_reason: statusReason } = row
  return { id, slug, status: row.status as PublicationStatus, statusReason, draft, mark }
}
