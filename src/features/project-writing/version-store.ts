import { json, type Transaction } from '../../platform/database/index.ts'
import type { Json } from '../../vocabulary/json.ts'
import type { VersionAct } from './version.ts'
import { latestVersion } from './version-queries.ts'
import type { WrittenProject } from './written-project.ts'

type NewVersion = {
  readonly projectId: string
  readonly act: VersionAct
  readonly content: WrittenProject
  readonly note?: string | null
  readonly at: Temporal.Instant
}

/** Keeps the next version of a project, which the caller has locked; returns its number. */
export const keepVersion = async (
  tx: Transaction,
  { projectId, act, content, note = null, at }: NewVersion,
): Promise<number> => {
  const number = (await latestVersion(tx, projectId)) + 1
  await tx
    .insertInto('project_versions')
    .values({ project_id: projectId, number, act, content: json(content as unknown as Json), note, made_at: at })
    .execute()
  return number
}

/** What is being written in the place of what is public. */
export const keepCorrection = (
  tx: Transaction,
  { id, content, at }: { id: string; content: WrittenProject; at: Temporal.Instant },
) =>
  tx
    .insertInto('project_corrections')
    .values({ project_id: id, content: json(content as unknown as Json), changed_at: at })
    .onConflict((conflict) =>
      conflict
        .column('project_id')
        .doUpdateSet((set) => ({ content: set.ref('excluded.content'), changed_at: set.ref('excluded.changed_at') })),
    )
    .execute()

export const deleteCorrection = (tx: Transaction, id: string) =>
  tx.deleteFrom('project_corrections').where('project_id', '=', id).execute()
