import type { Transaction } from '../../platform/database/index.ts'
import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import type { Point } from './attention.ts'

/** Locks the new year: of two who roll over at once, the second finds what the first has made. */
export const lockYear = (tx: Transaction, year: AcademicYear) =>
  tx.selectFrom('academic_years').select('year').where('year', '=', year).forNoKeyUpdate().executeTakeFirst()

/** Notes which project a draft came of. */
export const insertRolled = (tx: Transaction, { id, from, now }: { id: string; from: string; now: Temporal.Instant }) =>
  tx.insertInto('rolled_projects').values({ project_id: id, earlier_project_id: from, rolled_at: now }).execute()

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
