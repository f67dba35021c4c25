import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'

export type NewRead = {
  readonly readAt: Temporal.Instant
  readonly readerId: string
  readonly page: string
  readonly kind: 'page' | 'export' | 'subject_access'
  readonly recordType: string
  readonly recordId: string | null
  readonly hubId: string | null
  readonly people: readonly string[]
  readonly count?: number
  readonly reason?: string | null
}

/** Keeps readings, all in one statement. */
export const insertReads = async (tx: Transaction, reads: readonly NewRead[]): Promise<void> => {
  if (reads.length === 0) return
  await tx
    .insertInto('personal_reads')
    .values(
      reads.map((read) => ({
        id: newId(),
        read_at: read.readAt,
        reader_id: read.readerId,
        page: read.page,
        kind: read.kind,
        record_type: read.recordType,
        record_id: read.recordId,
        hub_id: read.hubId,
        people_count: read.count ?? read.people.length,
        person_ids: [...read.people],
        reason: read.reason ?? null,
      })),
    )
    .execute()
}
