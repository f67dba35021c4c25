import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Json } from '../../vocabulary/json.ts'
import type { Planned } from './target.ts'
import type { ListOutcome, ListStatus, TargetList } from './target-list.ts'

const plainJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

/** The project whose targets are stated, locked: who states them at the same time waits. */
export const lockProjectToPlan = (tx: Transaction, id: string) =>
  tx
    .selectFrom('projects')
    .select(['id', 'year', 'title', 'status', 'hub_id as hubId'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()

/** States what a hub plans for a project; gives the id of its target. */
export const upsertTarget = async (
  tx: Transaction,
  target: { hubId: string; projectId: string; planned: Planned; now: Temporal.Instant },
): Promise<string> => {
  const values = {
    groups_planned: target.planned.groups,
    places_planned: target.planned.places,
    stated_at: target.now,
  }
  const { id } = await tx
    .insertInto('recruitment_targets')
    .values({ id: newId(), hub_id: target.hubId, project_id: target.projectId, ...values })
    .onConflict((conflict) => conflict.constraint('recruitment_targets_one_per_hub_and_project').doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Takes a target away; gives its id. */
export const deleteTarget = async (tx: Transaction, hubId: string, projectId: string): Promise<string | null> =>
  (
    await tx
      .deleteFrom('recruitment_targets')
      .where('hub_id', '=', hubId)
      .where('project_id', '=', projectId)
      .returning('id')
      .executeTakeFirst()
  )?.id ?? null

export const insertList = async (
  tx: Transaction,
  list: Pick<TargetList, 'year' | 'fileName' | 'readAs' | 'rows'> & { readonly now: Temporal.Instant },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('target_lists')
    .values({
      id,
      year: list.year,
      file_name: list.fileName,
      read_as: list.readAs,
      rows: json(plainJson(list.rows)),
      status: 'waiting',
      sent_at: list.now,
    })
    .execute()
  return id
}

export const lockList = (tx: Transaction, id: string) =>
  tx.selectFrom('target_lists').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

/** Ends a list: it was stated, with what its rows did, or it was thrown away and its rows with it. */
export const endList = (
  tx: Transaction,
  id: string,
  end: { status: ListStatus; now: Temporal.Instant; outcome: ListOutcome | null },
) =>
  tx
    .updateTable('target_lists')
    .set({
      status: end.status,
      ended_at: end.now,
      ...(end.outcome ? { outcome: json(plainJson(end.outcome)) } : { rows: json([]) }),
    })
    .where('id', '=', id)
    .execute()
