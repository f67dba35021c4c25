import type { Transaction } from '../../platform/database/index.ts'
import type { Register } from '../national-registers/index.ts'

type Sent = {
  readonly id: string
  readonly register: Register
  readonly fileName: string
  readonly bytes: number
  readonly force: boolean
  readonly by: string
  readonly now: Temporal.Instant
}

export const insertRegisterFile = async (
  tx: Transaction,
  { id, register, fileName, bytes, force, by, now }: Sent,
): Promise<void> => {
  await tx
    .insertInto('register_files')
    .values({
      ...{ id, register, bytes, file_name: fileName.slice(0, 200), forced: force },
      ...{ sent_at: now, sent_by_person_id: by },
    })
    .execute()
}

/** Says how far the reading is, while it goes on; does nothing when it has ended. */
export const writeProgress = async (
  db: Pick<Transaction, 'updateTable'>,
  id: string,
  { step, share }: { readonly step: string; readonly share: number | null },
): Promise<void> => {
  await db
    .updateTable('register_files')
    .set({ status: 'reading', step, share: share === null ? null : Math.min(1, share) })
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'reading'])
    .execute()
}

type End =
  | { readonly status: 'read'; readonly importId: string }
  | { readonly status: 'refused' | 'failed'; readonly reason: string }

/** Ends a reading that goes on; says whether it did, and nobody had before. */
export const endReading = async (
  tx: Transaction,
  id: string,
  end: End & { readonly now: Temporal.Instant },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('register_files')
    .set({
      status: end.status,
      ended_at: end.now,
      share: null,
      ...(end.status === 'read' ? { import_id: end.importId } : { reason: end.reason }),
    })
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'reading'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
