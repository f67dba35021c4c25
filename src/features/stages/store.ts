import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { StageStatus } from './stage-record.ts'

export type StageRecordWritten = {
  readonly organisationId: string
  readonly stageId: string
  readonly year: number
  readonly status: StageStatus
  readonly groupId: string | null
  readonly evidence: string
  readonly at: Temporal.Instant
}

/** Puts the record there if none is; says whether it did. Who comes second waits for the first. */
export const insertIfNone = async (tx: Transaction, record: StageRecordWritten): Promise<string | null> => {
  const inserted = await tx
    .insertInto('stage_records')
    .values({
      id: newId(),
      organisation_id: record.organisationId,
      stage_id: record.stageId,
      year: record.year,
      status: record.status,
      group_id: record.groupId,
      evidence: record.evidence,
      recorded_at: record.at,
    })
    .onConflict((conflict) => conflict.constraint('stage_records_once_a_year').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id ?? null
}

export const lockRecord = (tx: Transaction, { organisationId, stageId, year }: StageRecordWritten) =>
  tx
    .selectFrom('stage_records')
    .select(['id', 'status'])
    .where('organisation_id', '=', organisationId)
    .where('stage_id', '=', stageId)
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirstOrThrow()

export const moveRecord = (tx: Transaction, id: string, record: StageRecordWritten) =>
  tx
    .updateTable('stage_records')
    .set({ status: record.status, evidence: record.evidence, group_id: record.groupId, recorded_at: record.at })
    .where('id', '=', id)
    .execute()
