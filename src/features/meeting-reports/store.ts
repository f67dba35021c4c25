import { json, type Transaction } from '../../platform/database/index.ts'
import type { Report } from './report.ts'

export type NewReport = Report & {
  readonly id: string
  readonly sessionId: string
  readonly fileName: string
  readonly readAs: string
  readonly by: string | null
  readonly now: Temporal.Instant
}

export const insertReport = (tx: Transaction, report: NewReport) =>
  tx
    .insertInto('meeting_reports')
    .values({
      id: report.id,
      session_id: report.sessionId,
      file_name: report.fileName,
      read_as: report.readAs,
      joined: json(
        report.joined.map((one) => ({
          ...one,
          rows: [...one.rows],
          stretches: one.stretches.map((each) => [...each]),
        })),
      ),
      refused: json(report.refused.map((one) => ({ ...one }))),
      sent_by_person_id: report.by,
      sent_at: report.now,
    })
    .execute()

/** Settles a report and empties it; says whether it was still to be settled. */
export const settleReport = async (
  tx: Transaction,
  settled: { id: string; status: 'taken' | 'discarded'; by: string | null; now: Temporal.Instant },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('meeting_reports')
    .set({
      status: settled.status,
      settled_by_person_id: settled.by,
      settled_at: settled.now,
      joined: null,
      refused: null,
    })
    .where('id', '=', settled.id)
    .where('status', '=', 'proposed')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
