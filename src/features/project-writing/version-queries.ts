import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import { makersOfVersions } from '../../platform/versions.ts'
import type { Version, VersionAct } from './version.ts'
import { writtenProjectKept } from './written.form.ts'

/** Every version of a project, latest first, with who made each as the history tells it. */
export const versionsOf = async (db: Reader, projectId: string): Promise<readonly Version[]> => {
  const rows = await db
    .selectFrom('project_versions')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('number', 'desc')
    .execute()
  if (rows.length === 0) return []
  const makers = await makersOfVersions(db, { type: 'project', id: projectId })
  return rows.map(({ number, act, content, note, made_at: madeAt }) => ({
    number,
    act: act as VersionAct,
    madeAt,
    by: makers.get(number) ?? null,
    note,
    content: stored(writtenProjectKept, content, 'a version of a project'),
  }))
}

export const latestVersion = async (db: Reader, projectId: string): Promise<number> =>
  (
    await db
      .selectFrom('project_versions')
      .select((select) => select.fn.max('number').as('number'))
      .where('project_id', '=', projectId)
      .executeTakeFirst()
  )?.number ?? 0
