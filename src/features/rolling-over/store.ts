import type { Transaction } from '../../platform/database/index.ts'
import { copyRows } from '../../platform/database/row-copies.ts'
import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Point } from './attention.ts'

/** Locks the new year: of two who roll over at once, the second finds what the first has made. */
export const lockYear = (tx: Transaction, year: AcademicYear) =>
  tx.selectFrom('academic_years').select('year').where('year', '=', year).forNoKeyUpdate().executeTakeFirst()

const idsOf = async (
  tx: Transaction,
  table: 'project_sections' | 'project_outcomes' | 'project_themes' | 'criteria',
  projectId: string,
): Promise<readonly string[]> =>
  (await tx.selectFrom(table).select('id').where('project_id', '=', projectId).orderBy('position').execute()).map(
    ({ id }) => id,
  )

const copyParts = async (
  tx: Transaction,
  table: 'project_sections' | 'project_outcomes' | 'project_themes',
  { from, to }: { from: string; to: string },
): Promise<ReadonlyMap<string, string>> => {
  const made = new Map((await idsOf(tx, table, from)).map((id) => [id, newId()] as const))
  await copyRows(
    tx,
    table,
    [...made].map(([old, id]) => ({ from: old, changes: { id, project_id: to } })),
  )
  return made
}

const copyCriteria = async (
  tx: Transaction,
  { from, to }: { from: string; to: string },
  themes: ReadonlyMap<string, string>,
): Promise<void> => {
  const rows = await tx.selectFrom('criteria').select(['id', 'theme_id']).where('project_id', '=', from).execute()
  await copyRows(
    tx,
    'criteria',
    rows.map(({ id, theme_id }) => ({
      from: id,
      changes: { id: newId(), project_id: to, theme_id: theme_id === null ? null : (themes.get(theme_id) ?? null) },
    })),
  )
}

/** Makes a draft of the new year of a project: all that it says is carried, what belongs to its own year is not. */
export const copyProject = async (
  tx: Transaction,
  { id: from, to, now }: { id: string; to: AcademicYear; now: Temporal.Instant },
): Promise<string> => {
  const id = newId()
  const cleared = { code: null, is_new: false, formerly: null, status_reason: null, published_at: null }
  await copyRows(tx, 'projects', [{ from, changes: { id, year: to, status: 'draft', ...cleared } }])
  const both = { from, to: id }
  await copyParts(tx, 'project_sections', both)
  await copyParts(tx, 'project_outcomes', both)
  await copyCriteria(tx, both, await copyParts(tx, 'project_themes', both))
  await tx
    .insertInto('project_lineage')
    .values({ project_id: id, earlier_project_id: from, kind: 'continues', note: null })
    .execute()
  await tx.insertInto('rolled_projects').values({ project_id: id, earlier_project_id: from, rolled_at: now }).execute()
  return id
}

/** Keeps what was found about a draft, so that it can be seen later what has settled itself. */
export const insertPoints = async (
  tx: Transaction,
  projectId: string,
  points: readonly Point[],
  now: Temporal.Instant,
): Promise<void> => {
  if (points.length === 0) return
  await tx
    .insertInto('review_points')
    .values(points.map((point) => ({ project_id: projectId, ...point, found_at: now })))
    .onConflict((conflict) => conflict.constraint('review_points_once').doNothing())
    .execute()
}

/** Ticks a point off or opens it again; says whether that changed anything. */
export const setTicked = async (
  tx: Transaction,
  { projectId, key, at }: { projectId: string; key: string; at: Temporal.Instant | null },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('review_points')
    .set({ ticked_at: at })
    .where('project_id', '=', projectId)
    .where('key', '=', key)
    .where('ticked_at', at === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A draft that is reviewed, locked: of two who tick at once the second sees what the first did. */
export const lockRolledProject = (tx: Transaction, projectId: string) =>
  tx
    .selectFrom('rolled_projects')
    .select('project_id')
    .where('project_id', '=', projectId)
    .forUpdate()
    .executeTakeFirst()
