import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/index.ts'
import type { PathwayVersionAct, WrittenPathway } from './written-pathway.ts'

/** Of two who write pathways, one waits here for the other: keys of stages and pathways are unlike each other in all of them. */
export const lockPathways = (tx: Transaction) => sql`select pg_advisory_xact_lock(76, 45)`.execute(tx)

export const insertPathwayVersion = (
  tx: Transaction,
  version: {
    readonly id: string
    readonly number: number
    readonly act: PathwayVersionAct
    readonly content: WrittenPathway
    readonly note: string | null
    readonly at: Temporal.Instant
  },
) =>
  tx
    .insertInto('pathway_versions')
    .values({
      pathway_id: version.id,
      number: version.number,
      act: version.act,
      content: json(version.content),
      note: version.note,
      made_at: version.at,
    })
    .execute()

/** What everybody sees becomes what was written. Stages keep their ids: what names them goes on naming them. */
export const makePathwayPublic = async (
  tx: Transaction,
  id: string,
  { key, name, phase, stages }: WrittenPathway,
): Promise<void> => {
  await tx
    .insertInto('pathways')
    .values({ id, key, name, phase })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, phase }))
    .execute()
  const rows = stages.map((stage, position) => ({
    id: stage.id,
    pathway_id: id,
    key: stage.key,
    name: stage.name,
    position,
    entry_point: stage.entryPoint,
    repeats: stage.repeats,
    beside_stage_id: stage.beside,
  }))
  await tx.updateTable('stages').set({ beside_stage_id: null }).where('pathway_id', '=', id).execute()
  await tx
    .deleteFrom('stages')
    .where('pathway_id', '=', id)
    .where(
      'id',
      'not in',
      stages.map((stage) => stage.id),
    )
    .execute()
  await tx
    .insertInto('stages')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((excluded) => ({
        name: excluded.ref('excluded.name'),
        position: excluded.ref('excluded.position'),
        entry_point: excluded.ref('excluded.entry_point'),
        repeats: excluded.ref('excluded.repeats'),
        beside_stage_id: excluded.ref('excluded.beside_stage_id'),
      })),
    )
    .execute()
}
